import { findNotice, noticeSha256 } from "./find-notice";
import { currentNotice, type NoticeVersion, noticeLanguages, noticeVersions } from "./notice";

/** A version of the notice and where its exact texts are. */
export interface PublishedNotice {
  readonly version: NoticeVersion;
  /** YYYY-MM-DD */
  readonly since: string;
  /** It is the one that is shown today. */
  readonly isCurrent: boolean;
  readonly texts: readonly {
    readonly language: string;
    readonly href: string;
    readonly sha256: string;
  }[];
}

const names = new Intl.DisplayNames("en", { type: "language" });

/** Every version whose texts stand here, the newest first, with the SHA-256 that the ledger names for each. */
export const publishedNotices = (): readonly PublishedNotice[] =>
  noticeVersions
    .map((version) => ({
      version,
      since: findNotice(version, "en")?.since ?? "",
      isCurrent: version === currentNotice,
      texts: noticeLanguages.map((language) => ({
        language: names.of(language) ?? language,
        href: `/api/notices/${version}/${language}`,
        sha256: noticeSha256(version, language) ?? "",
      })),
    }))
    .reverse();
