import type { Period, ReportDay } from "./report";

const floorPeople = 1000;

/**
 * People reached for the first time within the report's period in a part of it: what the cumulative reach rose by,
 * on released values, rounded to their step. null when it is too few to say: below 1,000, or not more than what
 * the two ranges leave open.
 */
export function newPeople(days: readonly ReportDay[], part: Period): number | null {
  const settled = days.filter(({ projected }) => !projected);
  const end = settled.findLast(({ day }) => day <= part.until)?.cumulative;
  const start = settled.findLast(({ day }) => day < part.since)?.cumulative;
  if (!end || end.hidden || end.lower <= (start?.upper ?? 0)) return null;
  const rise = end.shown - (start?.shown ?? 0);
  return rise < floorPeople ? null : Math.round(rise / end.step) * end.step;
}
