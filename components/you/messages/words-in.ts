import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";
import { de } from "./de";
import { en, type Words } from "./en";
import { hi } from "./hi";
import { pt } from "./pt";

const all: Readonly<Record<NoticeLanguage, Words>> = { en, de, pt, hi };

/** Every sentence of the privacy centre in one language. */
export const wordsIn = (language: NoticeLanguage): Words => all[language];
