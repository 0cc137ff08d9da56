import type { AdApi } from "@/lib/ad-api/ad-api";
import { ok, type Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { loadBefore } from "./load-before";
import { loadDays } from "./load-days";
import type { CampaignRow, Standing } from "./load-standing";
import { newPeople } from "./new-people";
import { type ReadRefusal, unavailable } from "./refusals";
import type { Period, ReportDay, ReportNumbers, ReportOverlap, ReportWeek } from "./report";
import { numbersOf } from "./wire-numbers";

export interface Evidence {
  readonly before: Period;
  readonly totalBefore: ReportNumbers | null;
  readonly days: readonly ReportDay[];
  readonly weeks: readonly ReportWeek[];
  readonly overlap: ReportOverlap | null;
}

interface Needs {
  readonly adApi: Pick<AdApi, "insights" | "reachOverlap">;
}

const mostCompared = 6;

/** The campaigns whose overlap is worth asking for: the largest that are large enough to show. */
export function comparable(campaigns: readonly CampaignRow[]): readonly number[] {
  return campaigns
    .map(({ numbers }, index) => ({ index, reach: numbers.reach }))
    .filter(({ reach }) => !reach.hidden)
    .sort((a, b) => b.reach.shown - a.reach.shown)
    .slice(0, mostCompared)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

async function loadOverlap(
  ctx: Needs,
  client: Client,
  campaigns: readonly CampaignRow[],
  settled: Period,
): Promise<ReportOverlap | null> {
  const compared = comparable(campaigns);
  if (compared.length < 2) return null;
  const indexById = new Map(compared.map((index) => [campaigns[index]?.facts.remoteId, index]));
  const ids = compared.flatMap((index) => campaigns[index]?.facts.remoteId ?? []);
  const answer = await ctx.adApi.reachOverlap(client.accountId, ids, settled.since, settled.until);
  // The report stands without it: the rows, the union and the method still say why they differ.
  if (!answer.ok) return null;
  return {
    compared: [...compared],
    total: answer.value.total,
    cells: answer.value.cells.map((cell) => ({
      campaigns: cell.campaignIds.flatMap((id) => indexById.get(id) ?? []),
      range: cell.range,
    })),
  };
}

/** What a report shows besides where the client stands: the time before, each day and week, and who saw several campaigns. */
export async function loadEvidence(
  ctx: Needs,
  client: Client,
  period: Period,
  standing: Standing,
): Promise<Result<Evidence, ReadRefusal>> {
  const { settled, time } = standing;
  const [before, daily, weekly, overlap] = await Promise.all([
    loadBefore(ctx, client, period, settled),
    loadDays(ctx, client, period, time.today),
    settled
      ? ctx.adApi.insights(client.accountId, {
          level: "account",
          campaignIds: [],
          ...settled,
          increment: 7,
          settledOnly: true,
        })
      : ok([]),
    settled ? loadOverlap(ctx, client, standing.campaigns, settled) : null,
  ]);
  if (!before.ok) return before;
  if (!daily.ok) return daily;
  if (!weekly.ok) return unavailable(weekly.error);

  const days = daily.value;
  return ok({
    before: before.value.period,
    totalBefore: before.value.total,
    days,
    weeks: weekly.value.map((row) => ({
      since: row.date_start,
      until: row.date_stop,
      numbers: numbersOf(row, client.minorUnits),
      newPeople: newPeople(days, { since: row.date_start, until: row.date_stop }),
    })),
    overlap,
  });
}
