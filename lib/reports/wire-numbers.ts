import type { InsightRow } from "@/lib/ad-api/objects";
import type { Range } from "@/lib/ad-api/panel";
import { minorOf } from "@/lib/campaigns/money";
import type { ReportNumbers } from "./report";

const floorPeople = 1000;

/** Nobody, or too few to say: what a missing or hidden number is shown as. */
export const tooFew: Range = { shown: 0, lower: 0, upper: floorPeople, step: 50, hidden: true };

/** Impressions over people reached; null while there are too few people to say. */
export const frequencyOf = (impressions: number, reach: Range): number | null =>
  reach.hidden || reach.shown <= 0 ? null : impressions / reach.shown;

/** One row of insights as numbers of a report. No row at all means that no ads ran. */
export function numbersOf(row: InsightRow | undefined, minorUnits: number): ReportNumbers {
  if (!row) return { spendMinor: 0, impressions: 0, reach: tooFew, frequency: null, clicks: null };
  const reach = row.nod_reach ?? tooFew;
  const impressions = Number(row.impressions);
  return {
    spendMinor: minorOf(row.spend, minorUnits),
    impressions,
    reach,
    frequency: frequencyOf(impressions, reach),
    clicks: row.clicks === undefined ? null : Number(row.clicks),
  };
}
