import { locale } from "./locale";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const day = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const dayWithoutYear = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** A calendar day (YYYY-MM-DD): "1 Sep 2026". Days have no zone. */
export const formatDay = (value: string): string => day.format(noon(value));

/** "1 Sep": for axes and rows where the year is said once. */
export const formatShortDay = (value: string): string => dayWithoutYear.format(noon(value));

/** Two days, both included: "1–30 Sep 2026". */
export const formatDays = (from: string, to: string): string =>
  day.formatRange(noon(from), noon(to)).replaceAll(/\s*–\s*/g, "–");

/** An instant in a zone (IANA): "1 Sep 2026, 14:05". */
export const formatDateTime = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(at);

/** "14:05"; without a zone, the reader's own. */
export const formatTime = (at: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    ...(timeZone && { timeZone }),
  }).format(at);

/** The zone by the name people use: "Central European Summer Time". */
export const formatZone = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "long" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value ?? timeZone;

/** The day (YYYY-MM-DD) that an instant falls on in a zone. */
export const dayIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
