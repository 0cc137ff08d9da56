import type { NoticeLanguage } from "@/lib/network/consent/notices/notice";

const locales: Readonly<Record<NoticeLanguage, string>> = {
  en: "en-GB",
  de: "de-DE",
  pt: "pt-BR",
  hi: "hi-IN",
};

interface Forms {
  readonly one: string;
  readonly other: string;
}

/** How one language writes numbers, days, lists and names of places. */
export function formatsIn(language: NoticeLanguage) {
  const locale = locales[language];
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const nameIn = (type: "region" | "language") => {
    const names = new Intl.DisplayNames(locale, { type });
    return (code: string): string => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    };
  };
  return {
    locale,
    number: (value: number): string => numbers.format(value),
    /** "#" in the form that fits becomes the number. */
    plural: (value: number, { one, other }: Forms): string =>
      (rules.select(value) === "one" ? one : other).replace("#", numbers.format(value)),
    /** YYYY-MM-DD */
    day: (value: string): string => days.format(new Date(`${value}T12:00:00Z`)),
    /** Without its year. */
    shortDay: (value: string): string => short.format(new Date(`${value}T12:00:00Z`)),
    /** An instant in universal time. */
    moment: (at: string): string => `${moments.format(new Date(at))} UTC`,
    list: (items: readonly string[]): string =>
      new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    country: nameIn("region"),
    languageName: nameIn("language"),
  };
}
export type Formats = ReturnType<typeof formatsIn>;
