import { display } from "./display";
import { type Overview, overviewSigma, placeIn } from "./overview";
import type { ReleasedCount } from "./released";

/** How many people of the whole network a segment holds, from the month's overview; null for one that it does not list. */
export function segmentSize(overview: Overview, segment: string): ReleasedCount | null {
  const value = overview.totals[placeIn(overview.segments, segment)];
  return value === undefined ? null : display(value, overviewSigma, overview.asOf);
}
