import type { InsightRow } from "@/lib/ad-api/objects";
import type { Range } from "@/lib/ad-api/panel";
import type { DeliveredDay, DeliveredTotal } from "./delivery-view";
import { minorOf } from "./money";

const nobody: Range = { shown: 0, lower: 0, upper: 0, step: 0, hidden: false };

const reachOf = (row: InsightRow): Range => row.nod_reach ?? nobody;

/** The wire's daily rows as days, ascending; what is missing between two rows is a day without delivery. */
export function deliveredDays(rows: readonly InsightRow[], minorUnits: number): DeliveredDay[] {
  const ordered = [...rows].sort((a, b) => (a.date_start < b.date_start ? -1 : 1));
  let before: Range = nobody;
  return ordered.map((row) => {
    const cumulative = row.nod_cumulative_reach ?? reachOf(row);
    const day: DeliveredDay = {
      day: row.date_start,
      projected: row.nod_projected ?? false,
      impressions: Number(row.impressions),
      spendMinor: minorOf(row.spend, minorUnits),
      clicks: row.clicks === undefined ? null : Number(row.clicks),
      reach: reachOf(row),
      reachBasis: row.nod_reach_basis ?? "released",
      cumulativeBasis: row.nod_cumulative_basis ?? "released",
      cumulative,
      newPeople: newPeople(before, cumulative),
    };
    before = cumulative;
    return day;
  });
}

/** The difference of two released numbers, said only where it is larger than what they leave open. */
function newPeople(before: Range, now: Range): number | null {
  if (now.hidden || before.hidden) return null;
  const gain = now.shown - before.shown;
  const open = Math.hypot((now.upper - now.lower) / 2, (before.upper - before.lower) / 2);
  return gain > open ? gain : null;
}

/** One row for the whole range. */
export function deliveredTotal(row: InsightRow | undefined, minorUnits: number): DeliveredTotal {
  if (!row) {
    const none = { impressions: 0, spendMinor: 0, clicks: null, frequency: null };
    return { ...none, reach: nobody, reachBasis: "released" };
  }
  const reach = reachOf(row);
  const impressions = Number(row.impressions);
  return {
    impressions,
    spendMinor: minorOf(row.spend, minorUnits),
    clicks: row.clicks === undefined ? null : Number(row.clicks),
    reach,
    reachBasis: row.nod_reach_basis ?? "released",
    frequency: reach.hidden || reach.shown === 0 ? null : impressions / reach.shown,
  };
}
