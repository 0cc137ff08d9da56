import type { DetailedInsight } from "@/lib/network/delivery/delivery";
import { clickTimes } from "@/lib/network/delivery/known-company";
import { type BreakdownName, partValue } from "./insight-breakdowns";
import type { AdAccount, AdObject } from "./store";
import { wireRange } from "./wire-range";

/** What a column is read from beside its row. */
export interface ColumnSource {
  readonly account: AdAccount;
  /** An object that a row is about. */
  readonly object: (id: number | null) => AdObject | undefined;
  readonly parts: readonly BreakdownName[];
}

type Row = DetailedInsight;
/** undefined leaves the column out: it says nothing of this row, or too few people were reached. */
export type Column = (row: Row, source: ColumnSource) => unknown;

const major = (minor: number, { minorUnits }: AdAccount): string =>
  (minor / minorUnits).toFixed(Math.round(Math.log10(minorUnits)));

const ratio = (above: number, below: number): string | undefined =>
  below > 0 ? (above / below).toFixed(6) : undefined;

/** People of the row or of its part; 0: not said. */
function people({ reach, part }: Row): number {
  if (part) return part.people ?? 0;
  return reach.hidden ? 0 : reach.shown;
}

const idOf =
  (of: (row: Row) => number | null): Column =>
  (row) =>
    of(row)?.toString();
const nameOf =
  (of: (row: Row) => number | null): Column =>
  (row, { object }) =>
    object(of(row))?.data.name;

const perClick = ({ clicks, spendMinor }: Row, { minorUnits }: AdAccount) =>
  clicks === null ? undefined : ratio(spendMinor / minorUnits, clicks);

/** Clicks and what they led to, by action type. */
const actionsOf = ({ clicks, conversions }: Row): readonly (readonly [string, number])[] =>
  clicks === null ? [] : [["link_click", clicks], ...Object.entries(conversions ?? {})];

const listed = (
  row: Row,
  textOf: (count: number) => string | undefined,
): readonly unknown[] | undefined => {
  const actions = actionsOf(row).flatMap(([action_type, count]) => {
    const value = count > 0 ? textOf(count) : undefined;
    return value === undefined ? [] : [{ action_type, value }];
  });
  return actions.length > 0 ? actions : undefined;
};

const clickAssumption =
  "Assumed by this network's simulation: people who already work with the company click 1.5 to 2 times as often as others. Computed from released sizes of the audience, never from people.";

/** Everything that `fields` may name. */
export const insightColumns: Readonly<Record<string, Column>> = {
  account_id: (_row, { account }) => account.id,
  account_name: (_row, { account }) => account.name,
  account_currency: (_row, { account }) => account.currency,
  campaign_id: idOf(({ campaignId }) => campaignId),
  campaign_name: nameOf(({ campaignId }) => campaignId),
  adset_id: idOf(({ adSetId }) => adSetId),
  adset_name: nameOf(({ adSetId }) => adSetId),
  ad_id: idOf(({ adId }) => adId),
  ad_name: nameOf(({ adId }) => adId),
  objective: ({ campaignId }, { object }) => object(campaignId)?.data.objective,
  date_start: ({ since }) => since,
  date_stop: ({ until }) => until,
  impressions: ({ impressions }) => String(impressions),
  spend: ({ spendMinor }, { account }) => major(spendMinor, account),
  reach: (row) => (people(row) > 0 || row.part?.people === 0 ? String(people(row)) : undefined),
  frequency: (row) => ratio(row.impressions, people(row)),
  clicks: ({ clicks }) => clicks?.toString(),
  inline_link_clicks: ({ clicks }) => clicks?.toString(),
  ctr: ({ clicks, impressions }) =>
    clicks === null ? undefined : ratio(100 * clicks, impressions),
  cpc: (row, { account }) => perClick(row, account),
  cpm: ({ spendMinor, impressions }, { account }) =>
    ratio((1000 * spendMinor) / account.minorUnits, impressions),
  cpp: (row, { account }) => ratio((1000 * row.spendMinor) / account.minorUnits, people(row)),
  actions: (row) => listed(row, String),
  cost_per_action_type: (row, { account }) =>
    listed(row, (count) => ratio(row.spendMinor / account.minorUnits, count)),
  nod_reach: ({ reach, part }) => (part ? undefined : wireRange(reach)),
  nod_cumulative_reach: ({ cumulativeReach, part }) =>
    part ? undefined : wireRange(cumulativeReach),
  nod_projected: ({ projected }) => projected,
  nod_reach_basis: ({ reachBasis }) => reachBasis,
  nod_cumulative_basis: ({ cumulativeBasis }) => cumulativeBasis,
  nod_share: ({ part }) => part?.share.toFixed(4),
  nod_modelled: ({ part }) => part?.modelled,
  nod_click_assumption: ({ adSetId, adId }) => ({
    assumption: clickAssumption,
    ...(adSetId !== null && adId === null && { times: clickTimes(adSetId).toFixed(2) }),
  }),
};

/** The columns that a breakdown adds to every row of a part. */
export function partColumns(row: Row, { parts }: ColumnSource): Readonly<Record<string, string>> {
  const values = row.part?.values;
  return Object.fromEntries(
    values ? parts.map((name, index) => [name, partValue(name, values[index] ?? "")]) : [],
  );
}
