import type { ReachAsk } from "@/lib/network/release/release";
import { addDays } from "./calendar";
import type { Increment, InsightsAsk } from "./delivery";
import type { SettledNumbers } from "./flight";

/** What one row is about: the whole account, a campaign or an ad set. */
export interface Entity {
  readonly campaignId: number | null;
  readonly adSetId: number | null;
}

export interface Sums {
  readonly impressions: number;
  readonly spendMinor: number;
  readonly clicks: number;
}

export interface Bucket {
  readonly since: string;
  readonly until: string;
}

export function entityOf(
  level: InsightsAsk["level"],
  row: { readonly campaignId: number; readonly adSetId: number },
): Entity {
  switch (level) {
    case "account":
      return { campaignId: null, adSetId: null };
    case "campaign":
      return { campaignId: row.campaignId, adSetId: null };
    case "adset":
    case "ad":
      return { campaignId: row.campaignId, adSetId: row.adSetId };
  }
}

/** The asked range in rows of `increment` days or of calendar months; the first and the last are possibly shorter. */
export function bucketsOf(since: string, until: string, increment: Increment): Bucket[] {
  if (since > until) return [];
  if (increment === "all") return [{ since, until }];
  const buckets: Bucket[] = [];
  let start = since;
  while (start <= until) {
    const end = increment === "monthly" ? lastOfMonth(start) : addDays(start, increment - 1);
    buckets.push({ since: start, until: end < until ? end : until });
    start = addDays(end, 1);
  }
  return buckets;
}

const lastOfMonth = (day: string): string =>
  addDays(`${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1);

export const sumOf = (rows: readonly Sums[]): Sums => ({
  impressions: rows.reduce((sum, row) => sum + row.impressions, 0),
  spendMinor: rows.reduce((sum, row) => sum + row.spendMinor, 0),
  clicks: rows.reduce((sum, row) => sum + row.clicks, 0),
});

export const within = <Row extends { readonly day: string }>(
  rows: readonly Row[],
  since: string,
  until: string,
): Row[] => rows.filter(({ day }) => day >= since && day <= until);

/**
 * The ask for these settled days (in order of days), by the days and ad sets that really delivered: a range that is
 * longer by empty days is the same question and must not draw new noise. null: nothing was delivered.
 */
export function reachAskOf(rows: readonly SettledNumbers[]): ReachAsk | null {
  const delivered = rows.filter(({ impressions }) => impressions > 0);
  const first = delivered[0];
  const last = delivered.at(-1);
  if (!first || !last) return null;
  return {
    adSetIds: [...new Set(delivered.map(({ adSetId }) => adSetId))].sort((a, b) => a - b),
    since: first.day,
    until: last.day,
    impressions: sumOf(delivered).impressions,
  };
}
