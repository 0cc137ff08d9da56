import { addDays, daysBetween } from "@/lib/campaigns/days";
import type { Period } from "./report";

/** Days in an inclusive period. */
export const daysIn = (period: Period): number => daysBetween(period.since, period.until) + 1;

export const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Days that both have; 0 when they do not touch. */
export const daysInBoth = (a: Period, b: Period): number =>
  Math.max(0, daysIn({ since: later(a.since, b.since), until: earlier(a.until, b.until) }));

export function monthOf(day: string): Period {
  const since = `${day.slice(0, 7)}-01`;
  const until = addDays(`${addDays(since, 31).slice(0, 7)}-01`, -1);
  return { since, until };
}

export function isMonth(period: Period): boolean {
  const month = monthOf(period.since);
  return month.since === period.since && month.until === period.until;
}

/** The four weeks that end with the last closed day. */
export const lastFourWeeks = (today: string): Period => ({
  since: addDays(today, -28),
  until: addDays(today, -1),
});

/** What a period is compared with: the calendar month before a whole month, else as many days just before it. */
export function periodBefore(period: Period): Period {
  const until = addDays(period.since, -1);
  return isMonth(period) ? monthOf(until) : { since: addDays(until, 1 - daysIn(period)), until };
}

/** The next month after a whole month, else as many days just after it. */
export function periodAfter(period: Period): Period {
  const since = addDays(period.until, 1);
  return isMonth(period) ? monthOf(since) : { since, until: addDays(since, daysIn(period) - 1) };
}
