import { displayProjection } from "@/lib/network/release/display";
import type { Release } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { addDays, dayOf } from "./calendar";
import type { Insight, InsightsAsk } from "./delivery";
import type { Flight, FlightFilter, SettledDayStore, SettledNumbers } from "./flight";
import {
  type Bucket,
  bucketsOf,
  type Entity,
  entityOf,
  reachAskOf,
  sumOf,
  within,
} from "./insight-rows";
import { type OpenDay, openDays, projectedReach } from "./open-day";

export interface InsightParts {
  readonly release: Release;
  readonly settled: SettledDayStore;
}

/** Rows of settled days and, unless only those are asked for, the open day's projection. Rows without delivery are left out. */
export async function readInsights(
  { release, settled }: InsightParts,
  ask: InsightsAsk,
  filter: FlightFilter,
  flights: readonly Flight[],
  now: Date,
): Promise<readonly Insight[]> {
  const today = dayOf(now, ask.account.timeZone);
  const last = ask.until < today ? ask.until : ask.settledOnly ? addDays(today, -1) : today;
  const range = { since: ask.since, until: last };
  const rows = await settled.list({ ...filter, ...range });
  const open =
    !ask.settledOnly && ask.since <= today && today <= last
      ? await openDays(release, settled, flights, now)
      : [];
  const buckets = bucketsOf(ask.since, last, ask.increment);
  const answers: Insight[] = [];
  for (const { entity, days, today: projected } of grouped(ask.level, rows, open)) {
    const drafts = buckets
      .map((bucket) => draft(bucket, ask.since, days, bucket.until === today ? projected : []))
      .filter(({ sums }) => sums.impressions > 0 || sums.spendMinor > 0);
    const asks = drafts.flatMap((row) => [row.reach, row.cumulative].flatMap((a) => a ?? []));
    const load = () =>
      settled.listReached({ ...range, adSetIds: [...new Set(days.map((day) => day.adSetId))] });
    const by = { workspaceId: ask.account.workspaceId };
    const counts = await release.reached(by, asks, load);
    const byAsk = new Map(asks.map((one, index) => [one, counts[index]]));
    const shown = (row: Draft, which: "reach" | "cumulative"): ReleasedCount => {
      const one = row[which];
      const known = (one && byAsk.get(one)) ?? null;
      if (known && row.open.length === 0) return known;
      const people = projectedReach(row.open, known, one?.impressions ?? 0);
      return displayProjection(people, now.toISOString());
    };
    for (const row of drafts) {
      const reach = shown(row, "reach");
      answers.push({
        ...entity,
        ...row.bucket,
        impressions: row.sums.impressions,
        spendMinor: row.sums.spendMinor,
        clicks: reach.hidden ? null : row.sums.clicks,
        reach,
        cumulativeReach: shown(row, "cumulative"),
        projected: row.open.length > 0,
      });
    }
  }
  return answers.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

type Draft = ReturnType<typeof draft>;

function draft(
  bucket: Bucket,
  since: string,
  days: readonly SettledNumbers[],
  open: readonly OpenDay[],
) {
  const own = within(days, bucket.since, bucket.until);
  return {
    bucket,
    open,
    sums: sumOf([...own, ...open]),
    reach: reachAskOf(own),
    cumulative: reachAskOf(within(days, since, bucket.until)),
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
