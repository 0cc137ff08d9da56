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

/** The rows (in order of days) from `since` to `until`. */
export const within = <Row extends { readonly day: string }>(
  rows: readonly Row[],
  since: string,
  until: string,
): readonly Row[] => rows.slice(firstFrom(rows, since, false), firstFrom(rows, until, true));

/** Index of the first row on a day or later; `after`: later only. */
function firstFrom(rows: readonly { readonly day: string }[], day: string, after: boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = rows[middle]?.day ?? "";
    if (here < day || (after && here === day)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The asks from the first day to each of these ends (ascending), in one pass: years of days are many rows. */
export function growingAsks(
  rows: readonly SettledNumbers[],
  ends: readonly string[],
): readonly (ReachAsk | null)[] {
  const ids = new Set<number>();
  let adSetIds: readonly number[] = [];
  let [since, until, impressions, at] = ["", "", 0, 0];
  return ends.map((end) => {
    for (let row = rows[at]; row && row.day <= end; row = rows[at]) {
      at += 1;
      if (row.impressions === 0) continue;
      if (since === "") since = row.day;
      until = row.day;
      impressions += row.impressions;
      ids.add(row.adSetId);
    }
    if (ids.size !== adSetIds.length) adSetIds = [...ids].sort((a, b) => a - b);
    return ids.size === 0 ? null : { adSetIds, since, until, impressions };
  });
}

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
