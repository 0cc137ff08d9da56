/** The one locale of the interface's dates and lists: plain British English. */
export const locale = "en-GB";

/** Compact numbers differ between versions of "en-GB" ("415k", "415K"); "en" says 415K everywhere. */
export const numberLocale = "en";
