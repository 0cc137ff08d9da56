import type { ReachAsk, Release } from "@/lib/network/release/release";
import { addDays, dayOf } from "./calendar";
import type { Insight, InsightsAsk } from "./delivery";
import type { Flight, FlightFilter, SettledDayStore, SettledNumbers } from "./flight";
import {
  type Bucket,
  bucketsOf,
  type Entity,
  entityOf,
  growingAsks,
  reachAskOf,
  sumOf,
  within,
} from "./insight-rows";
import type { OpenDay } from "./open-day";
import { projectionOf } from "./projected-sizes";
import { growing, notAbove, type ShownReach, shownReach } from "./shown-reach";

export interface InsightParts {
  readonly release: Release;
  readonly settled: SettledDayStore;
}

/** What rows are read from. */
export interface InsightSource {
  readonly release: Release;
  readonly settled: Pick<SettledDayStore, "list" | "listReached">;
  /** What flights have delivered today so far; empty when only settled days are asked for. */
  readonly open: readonly OpenDay[];
}

/** Rows of settled days and, unless only those are asked for, the open day's projection. Rows without delivery are left out. */
export async function readInsights(
  { release, settled, open }: InsightSource,
  ask: InsightsAsk,
  filter: FlightFilter,
  flights: readonly Flight[],
  now: Date,
): Promise<readonly Insight[]> {
  const today = dayOf(now, ask.account.timeZone);
  const last = ask.until < today ? ask.until : ask.settledOnly ? addDays(today, -1) : today;
  const range = { since: ask.since, until: last };
  const rows = await settled.list({ ...filter, ...range });
  const buckets = bucketsOf(ask.since, last, ask.increment);
  // The reach of single days costs as much as everything else in a month: released when somebody asks for one of them.
  const isOpened = ask.increment !== 1 || buckets.length === 1;
  const project = projectionOf(release, flights);
  const answers: Insight[] = [];
  for (const { entity, days, today: projected } of grouped(ask.level, rows, open)) {
    const cumulativeAsks = growingAsks(
      days,
      buckets.map(({ until }) => until),
    );
    const drafts = buckets
      .map((bucket, index) => {
        const cumulative = cumulativeAsks[index] ?? null;
        return draft(bucket, days, cumulative, bucket.until === today ? projected : []);
      })
      .filter(({ sums }) => sums.impressions > 0 || sums.spendMinor > 0)
      .map((row) => (isOpened ? row : { ...row, reach: row.reach && onlyKnown(row.reach) }));
    const asks = drafts.flatMap((row) =>
      [row.reach, ask.withoutCumulative ? null : row.cumulative].flatMap((one) => one ?? []),
    );
    const load = () =>
      settled.listReached({ ...range, adSetIds: [...new Set(days.map((day) => day.adSetId))] });
    const by = { workspaceId: ask.account.workspaceId };
    const counts = await release.reached(by, asks, load);
    const byAsk = new Map(asks.map((one, index) => [one, counts[index]]));
    const shown = (row: Draft, which: "reach" | "cumulative"): Promise<ShownReach> => {
      const of = row[which];
      const since = which === "reach" ? row.bucket.since : ask.since;
      const known = (of && byAsk.get(of)) ?? null;
      const settledDays = () => within(days, since, row.bucket.until);
      return shownReach({ of, known, open: row.open, settledDays, project, now });
    };
    const grown: readonly ShownReach[] = growing(
      await Promise.all(drafts.map((row) => shown(row, "cumulative"))),
    );
    for (const [index, row] of drafts.entries()) {
      const own = await shown(row, "reach");
      const cumulative = ask.withoutCumulative ? own : (grown[index] ?? own);
      const reach = notAbove(own, cumulative);
      answers.push({
        ...entity,
        ...row.bucket,
        impressions: row.sums.impressions,
        spendMinor: row.sums.spendMinor,
        clicks: reach.count.hidden ? null : row.sums.clicks,
        reach: reach.count,
        cumulativeReach: cumulative.count,
        projected: row.open.length > 0,
        reachBasis: reach.basis,
        cumulativeBasis: cumulative.basis,
      });
    }
  }
  return answers.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

const onlyKnown = (ask: ReachAsk): ReachAsk => ({ ...ask, ifKnown: true });

type Draft = ReturnType<typeof draft>;

function draft(
  bucket: Bucket,
  days: readonly SettledNumbers[],
  cumulative: ReachAsk | null,
  open: readonly OpenDay[],
) {
  const own = within(days, bucket.since, bucket.until);
  return {
    bucket,
    open,
    sums: sumOf([...own, ...open]),
    reach: reachAskOf(own),
    cumulative,
  };
}

function grouped(
  level: InsightsAsk["level"],
  rows: readonly SettledNumbers[],
  open: readonly OpenDay[],
): readonly { entity: Entity; days: readonly SettledNumbers[]; today: readonly OpenDay[] }[] {
  const groups = new Map<string, { entity: Entity; days: SettledNumbers[]; today: OpenDay[] }>();
  const groupOf = (row: { readonly campaignId: number; readonly adSetId: number }) => {
    const entity = entityOf(level, row);
    const name = `${entity.campaignId}/${entity.adSetId}`;
    const group = groups.get(name) ?? { entity, days: [], today: [] };
    groups.set(name, group);
    return group;
  };
  for (const row of rows) groupOf(row).days.push(row);
  for (const row of open) groupOf(row).today.push(row);
  return [...groups.values()];
}
