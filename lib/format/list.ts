import { locale } from "./locale";

const or = new Intl.ListFormat(locale, { type: "disjunction" });
const and = new Intl.ListFormat(locale, { type: "conjunction" });

/** "bicycles, running or camping" */
export const joinOr = (words: readonly string[]): string => or.format(words);

/** "India and Brazil" */
export const joinAnd = (words: readonly string[]): string => and.format(words);
