import type { Strength } from "@/lib/network/reach/expression";

/** A signal counts for so many days after the last time it was seen, and an older event is not taken. */
export const signalLastsDays = 180;
/** Repetition counts within so many days. */
const withinDays = 30;
const mentionsFor = { 2: 3, 3: 8 } as const;
/** No day needs more: so many are the strongest already. */
export const mostADay = mentionsFor[3];

/** How often a person showed an interest, by day (days since 1970-01-01, UTC). */
export type DayCounts = ReadonlyMap<number, number>;

/**
 * 1 from the first mention, 2 from three within 30 days, 3 from eight within 30 days, in whichever 30 days there were the most. So an
 * event more never makes it less, and the order in which events arrive does not matter.
 */
export function strengthOf(days: DayCounts): Strength {
  const seen = [...days].sort(([a], [b]) => a - b);
  let most = 0;
  let inside = 0;
  let first = 0;
  for (const [day, count] of seen) {
    inside += count;
    for (let oldest = seen[first]; oldest && oldest[0] <= day - withinDays; oldest = seen[first]) {
      inside -= oldest[1];
      first += 1;
    }
    most = Math.max(most, inside);
  }
  if (most >= mentionsFor[3]) return 3;
  return most >= mentionsFor[2] ? 2 : 1;
}

/** The counts with one more on a day, at most `most` on it, and without days that no longer count. */
export function withMention(
  days: DayCounts,
  day: number,
  today: number,
  most: number = mostADay,
): DayCounts {
  const kept = [...days].filter(([one]) => today - one <= signalLastsDays);
  const counts = new Map(kept);
  const before = counts.get(day) ?? 0;
  return counts.set(day, Math.max(before, Math.min(most, before + 1)));
}
