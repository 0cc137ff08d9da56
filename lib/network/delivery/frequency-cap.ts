import type { Flight } from "./flight";

/**
 * A cap of `times` impressions in any `days` days, as delivery keeps it: nobody sees more than `aDay` on one day, and nobody is
 * reached on more than `reachDays` days of any such window; aDay x reachDays is at most the cap.
 */
export interface KeptCap {
  readonly days: number;
  readonly aDay: number;
  readonly reachDays: number;
}

export function keptCap({ maxFrequency }: Pick<Flight, "maxFrequency">): KeptCap | null {
  if (!maxFrequency) return null;
  const { times, days } = maxFrequency;
  const aDay = Math.max(1, Math.floor(times / days));
  return { days, aDay, reachDays: Math.min(days, Math.floor(times / aDay)) };
}

/** The most impressions of one person in a range of so many days under a cap; null: no cap. */
export const mostInRange = (cap: KeptCap | null, rangeDays: number): number | null =>
  cap ? cap.aDay * cap.reachDays * Math.ceil(Math.max(1, rangeDays) / cap.days) : null;
