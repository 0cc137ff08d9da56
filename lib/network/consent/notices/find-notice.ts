import { de } from "./de";
import { en } from "./en";
import { hi } from "./hi";
import {
  currentNotice,
  type Notice,
  type NoticeLanguage,
  type NoticeVersion,
  noticeLanguages,
} from "./notice";
import { noticeText, sha256Hex } from "./notice-text";
import { pt } from "./pt";

const all: Readonly<Record<NoticeLanguage, Readonly<Record<NoticeVersion, Notice>>>> = {
  en,
  de,
  pt,
  hi,
};

/** The notice that is shown today. */
export const noticeFor = (language: NoticeLanguage): Notice => all[language][currentNotice];

export const isNoticeLanguage = (language: string | null): language is NoticeLanguage =>
  noticeLanguages.some((known) => known === language);

/** A notice whose text stands here; null for another version (an import may name any) or language. */
export function findNotice(version: string, language: string | null): Notice | null {
  if (!isNoticeLanguage(language)) return null;
  return Object.values(all[language]).find((notice) => notice.version === version) ?? null;
}

const digests = new Map<string, string>();

/** SHA-256 of a notice's exact text, hex; null when it does not stand here. */
export function noticeSha256(version: string, language: string | null): string | null {
  const key = `${version}/${language}`;
  const known = digests.get(key);
  if (known !== undefined) return known;
  const notice = findNotice(version, language);
  if (!notice) return null;
  const digest = sha256Hex(noticeText(notice));
  digests.set(key, digest);
  return digest;
}
