import type { Purpose, Recipient } from "../purposes";

/** Versions of the notice whose texts stand here, oldest first. */
export const noticeVersions = ["v3", "v4"] as const;
export type NoticeVersion = (typeof noticeVersions)[number];
/** The one that is shown today. */
export const currentNotice: NoticeVersion = "v4";

export const noticeLanguages = ["en", "de", "pt", "hi"] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

/** What a member is asked, in one language. Once published a text never changes: a new version is written. */
export interface Notice {
  readonly version: NoticeVersion;
  readonly language: NoticeLanguage;
  /** YYYY-MM-DD */
  readonly since: string;
  readonly title: string;
  /** What is asked, and what is new in this version. */
  readonly intro: readonly string[];
  readonly purposes: Readonly<Record<Purpose, { readonly title: string; readonly means: string }>>;
  /** Who would use it, as the members know them. */
  readonly recipients: Readonly<Record<Recipient, { readonly name: string; readonly is: string }>>;
  /** What holds whatever is chosen. */
  readonly promises: readonly string[];
}
