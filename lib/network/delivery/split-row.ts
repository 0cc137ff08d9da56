import { countsFrom } from "@/lib/network/release/release-cells";
import { apportion } from "./apportion";
import type { DetailedInsight } from "./delivery";

/** A part of a row: its people as a share of the row's, and weights of its impressions and money. */
export interface PartOf {
  readonly values: readonly string[];
  readonly share: number;
  readonly impressions: number;
  readonly spend: number;
  readonly modelled: boolean;
}

/** One row a part; their impressions, money, clicks and conversions sum to the row's, people of disjoint parts to its reach. */
export function splitRow(
  row: DetailedInsight,
  parts: readonly PartOf[],
): readonly DetailedInsight[] {
  if (parts.length === 0) return [row];
  const weights = parts.map(({ impressions }) => impressions);
  const impressions = apportion(row.impressions, weights);
  const spend = apportion(
    row.spendMinor,
    parts.map((part) => part.spend),
  );
  const clicks = row.clicks === null ? null : apportion(row.clicks, weights);
  const actions = Object.entries(row.conversions ?? {}).map(
    ([action, count]) => [action, apportion(count, weights)] as const,
  );
  const people = peopleOf(row, parts);
  return parts.map(({ values, share, modelled }, index) => ({
    ...row,
    impressions: impressions[index] ?? 0,
    spendMinor: spend[index] ?? 0,
    clicks: clicks?.[index] ?? null,
    conversions:
      row.conversions &&
      Object.fromEntries(actions.map(([action, counts]) => [action, counts[index] ?? 0])),
    part: { values, people: people?.[index] ?? null, share, modelled },
  }));
}

/** Counts from 5,000 people on, rounded as the row's reach is; where parts overlap they need not sum to it. */
function peopleOf({ reach }: DetailedInsight, parts: readonly PartOf[]): readonly number[] | null {
  if (reach.shown < countsFrom) return null;
  const shares = parts.map(({ share }) => share);
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) < 1e-6) return apportion(reach.shown, shares, reach.step);
  return shares.map((share) => Math.round((share * reach.shown) / reach.step) * reach.step);
}
