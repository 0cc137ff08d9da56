import { formatDay, formatDays } from "@/lib/format/date";
import { locale } from "@/lib/format/locale";
import { type Currency, formatMoney } from "@/lib/format/money";
import { daysIn, isMonth } from "./period";
import type { Period } from "./report";

const oneDecimal = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
const numerals = ["", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** Money in a sentence: without its cents from a hundred on. The table keeps them. */
export function sayMoney(minor: number, currency: Currency): string {
  const whole = Math.round(minor / currency.minorUnits) * currency.minorUnits;
  const rounded = Math.abs(minor) >= 100 * currency.minorUnits ? whole : Math.round(minor);
  return formatMoney(rounded, currency).replaceAll("\u00a0", " ");
}

/** "2.1" */
export const sayTimes = (frequency: number): string => oneDecimal.format(frequency);

export const sayDays = (period: Period): string =>
  period.since === period.until ? formatDay(period.since) : formatDays(period.since, period.until);

/** "in four weeks", "in September 2026", "in 12 days", "on 3 Sep 2026" */
export function sayPeriod(period: Period): string {
  if (isMonth(period)) return `in ${month.format(new Date(`${period.since}T12:00:00Z`))}`;
  const days = daysIn(period);
  if (days === 1) return `on ${formatDay(period.since)}`;
  const weeks = days / 7;
  const numeral = Number.isInteger(weeks) ? numerals[weeks] : undefined;
  if (numeral) return `in ${numeral} ${weeks === 1 ? "week" : "weeks"}`;
  return `in ${days} days`;
}
