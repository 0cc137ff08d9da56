import type { ReachAsk } from "@/lib/network/release/release";
import type { CountedBreakdown } from "./breakdown";
import { cellsOf } from "./breakdown";
import { dayNumber } from "./calendar";
import { conversionAction, conversionsOf } from "./conversions";
import type { DetailedInsight, Insight, InsightsAsk } from "./delivery";
import type { Flight, SettledNumbers } from "./flight";
import { keptCap, mostInRange } from "./frequency-cap";
import { frequencyBuckets, frequencyShares } from "./frequency-shares";
import { reachAskOf, within } from "./insight-rows";
import type { InsightParts } from "./insights";
import { placementShares, reachedThere } from "./placement-shares";
import { chancesADay } from "./plan-flight";
import { type PartOf, splitRow } from "./split-row";

/** What details are read from, beside the rows: the settled days and flights that the rows are about. */
export interface DetailSource {
  readonly release: InsightParts["release"];
  readonly settled: Pick<InsightParts["settled"], "listReached">;
  /** By day. */
  readonly numbers: readonly SettledNumbers[];
  readonly flights: readonly Flight[];
}

type Row = DetailedInsight;

/** Rows with their conversions and, when a breakdown is asked for, one row a part. Rows with hidden reach stay whole. */
export async function detailRows(
  source: DetailSource,
  ask: InsightsAsk,
  rows: readonly Insight[],
): Promise<readonly Row[]> {
  const own = ownDays(source.numbers);
  const detailed = rows.map((row): Row => {
    const days = within(own(row), row.since, row.until);
    const conversions = row.clicks === null ? null : conversionsIn(source.flights, days);
    return { ...row, adId: null, conversions, part: null };
  });
  const { breakdown } = ask;
  if (breakdown === undefined) return detailed;
  const parts = new Map<Row, readonly PartOf[]>();
  if (breakdown === "frequency_value") {
    for (const row of detailed) parts.set(row, frequencies(row, source.flights, own(row)));
  } else if (breakdown === "publisher_platform") {
    for (const row of detailed) parts.set(row, await placements(source, row, own(row)));
  } else {
    await counted(source, ask, breakdown, detailed, own, parts);
  }
  return detailed.flatMap((row) => splitRow(row, row.reach.hidden ? [] : (parts.get(row) ?? [])));
}

type OwnDays = (row: Insight) => readonly SettledNumbers[];

/** The settled days that a row's entity delivered on. */
function ownDays(numbers: readonly SettledNumbers[]): OwnDays {
  const byCampaign = groupedBy(numbers, ({ campaignId }) => campaignId);
  const byAdSet = groupedBy(numbers, ({ adSetId }) => adSetId);
  return ({ campaignId, adSetId }) => {
    if (adSetId !== null) return byAdSet.get(adSetId) ?? [];
    return campaignId === null ? numbers : (byCampaign.get(campaignId) ?? []);
  };
}

function groupedBy(
  numbers: readonly SettledNumbers[],
  idOf: (row: SettledNumbers) => number,
): ReadonlyMap<number, readonly SettledNumbers[]> {
  const groups = new Map<number, SettledNumbers[]>();
  for (const row of numbers) {
    const group = groups.get(idOf(row)) ?? [];
    group.push(row);
    groups.set(idOf(row), group);
  }
  return groups;
}

function conversionsIn(
  flights: readonly Flight[],
  days: readonly SettledNumbers[],
): Readonly<Record<string, number>> {
  const objectives = new Map(flights.map(({ adSetId, objective }) => [adSetId, objective]));
  const sums: Record<string, number> = {};
  for (const { adSetId, day, clicks } of days) {
    const action = conversionAction(objectives.get(adSetId) ?? "");
    sums[action] = (sums[action] ?? 0) + conversionsOf(adSetId, dayNumber(day), clicks);
  }
  return sums;
}

/** Flights of a row. */
const flightsOf = (flights: readonly Flight[], days: readonly SettledNumbers[]) => {
  const ids = new Set(days.map(({ adSetId }) => adSetId));
  return flights.filter(({ adSetId }) => ids.has(adSetId));
};

/**
 * Parts by disjoint cells of the people reached. A row whose own reach was not released for itself (a day among several) is split
 * like the whole range, which is one question for all of them.
 */
async function counted(
  { release, settled, flights, numbers }: DetailSource,
  ask: InsightsAsk,
  breakdown: CountedBreakdown,
  rows: readonly Row[],
  own: OwnDays,
  parts: Map<Row, readonly PartOf[]>,
): Promise<void> {
  const wanted = rows.flatMap((row) => {
    if (row.reach.hidden) return [];
    const days = own(row);
    const isOwn = row.reachBasis === "released" || row.reachBasis === "open_day";
    const of = (isOwn && askIn(days, row.since, row.until)) || askIn(days, ask.since, ask.until);
    const audiences = flightsOf(flights, days).map(({ expression }) => expression);
    return of ? [{ row, ask: { of, ...cellsOf(breakdown, audiences) } }] : [];
  });
  const until = numbers.at(-1)?.day ?? ask.until;
  const range = { since: ask.since, until };
  const adSetIds = [...new Set(numbers.map(({ adSetId }) => adSetId))];
  let loaded: ReturnType<typeof settled.listReached> | undefined;
  const load = () => {
    loaded ??= settled.listReached({ ...range, adSetIds });
    return loaded;
  };
  const by = { workspaceId: ask.account.workspaceId };
  const cells = await release.reachedCells(
    by,
    wanted.map((one) => one.ask),
    load,
  );
  // A budget with no room for it leaves rows whole.
  if (!cells.ok) return;
  for (const [index, { row }] of wanted.entries()) {
    const own = (cells.value[index] ?? []).filter(({ share }) => share > 0);
    parts.set(
      row,
      own.map(({ values, share }) => ({
        ...{ values, share, impressions: share, spend: share, modelled: false },
      })),
    );
  }
}

const askIn = (days: readonly SettledNumbers[], since: string, until: string): ReachAsk | null =>
  reachAskOf(within(days, since, until));

function frequencies(
  row: Row,
  flights: readonly Flight[],
  days: readonly SettledNumbers[],
): readonly PartOf[] {
  const length = dayNumber(row.until) - dayNumber(row.since) + 1;
  const most = flightsOf(flights, days).reduce(
    (sum, flight) => sum + (mostInRange(keptCap(flight), length) ?? chancesADay * length),
    0,
  );
  const shares = frequencyShares(row.impressions, row.reach.shown, most || chancesADay * length);
  return frequencyBuckets(shares).map(({ value, people, impressions }) => ({
    ...{ values: [value], share: people, impressions, spend: impressions, modelled: true },
  }));
}

/** The placements of the row's flights, weighed by their impressions. */
async function placements(
  { release, flights }: DetailSource,
  row: Row,
  days: readonly SettledNumbers[],
): Promise<readonly PartOf[]> {
  const inRow = within(days, row.since, row.until);
  const month = (inRow.at(-1)?.day ?? row.until).slice(0, 7);
  const sums = new Map<string, { impressions: number; spend: number; people: number }>();
  for (const flight of flightsOf(flights, inRow)) {
    const weight = inRow.reduce(
      (sum, { adSetId, impressions }) => sum + (adSetId === flight.adSetId ? impressions : 0),
      0,
    );
    for (const one of await placementShares(release, flight, month)) {
      const sum = sums.get(one.recipient) ?? { impressions: 0, spend: 0, people: 0 };
      sum.impressions += weight * one.impressions;
      sum.spend += weight * one.spend;
      sum.people = Math.max(sum.people, one.people);
      sums.set(one.recipient, sum);
    }
  }
  return [...sums].map(([recipient, { impressions, spend, people }]) => ({
    values: [recipient],
    share: reachedThere(people, impressions, row.reach.shown) / row.reach.shown,
    impressions,
    spend,
    modelled: true,
  }));
}
