import { ok, type Result } from "@/lib/result";
import { authoriseClient } from "@/lib/workspace/authorise";
import type { ReportNeeds } from "./get-report";
import { loadBefore } from "./load-before";
import { loadDays } from "./load-days";
import { type CampaignRow, loadStanding, type PlannedSpend } from "./load-standing";
import { type Need, needsOf } from "./needs";
import { runningRows } from "./overview";
import { parsePeriod } from "./parse-period";
import { type PlanLine, planLine } from "./plan-line";
import type { ReadRefusal } from "./refusals";
import type { Period, ReportDay, ReportNumbers } from "./report";

/** One client at a glance. */
export interface ClientOverview {
  readonly client: string;
  readonly currency: string;
  readonly minorUnits: number;
  readonly timeZone: string;
  readonly settled: Period | null;
  readonly total: ReportNumbers;
  /** As many days just before; null when no ads ran then. */
  readonly totalBefore: ReportNumbers | null;
  readonly planned: PlannedSpend & PlanLine;
  readonly chart: readonly ReportDay[];
  readonly needs: readonly Need[];
  readonly running: readonly CampaignRow[];
  /** False until the first campaign of the client was sent. */
  readonly everRan: boolean;
}

/** People reached, frequency, spend, pace, what waits and what runs for one client, for everyone who may view it. */
export async function getOverview(
  ctx: ReportNeeds,
  input: { readonly clientId: string; readonly since: string; readonly until: string },
): Promise<Result<ClientOverview, ReadRefusal>> {
  const period = parsePeriod(input);
  if (!period.ok) return period;
  const client = await authoriseClient(ctx, "view", input.clientId);
  if (!client.ok) return client;
  const standing = await loadStanding(ctx, client.value, period.value);
  if (!standing.ok) return standing;
  const { time, settled } = standing.value;
  const [chart, before] = await Promise.all([
    loadDays(ctx, client.value, period.value, time.today),
    loadBefore(ctx, client.value, period.value, settled),
  ]);
  if (!chart.ok) return chart;
  if (!before.ok) return before;
  const { total, planned, own, campaigns, facts } = standing.value;
  return ok({
    client: client.value.name,
    currency: client.value.currency,
    minorUnits: client.value.minorUnits,
    timeZone: client.value.timeZone,
    settled,
    total,
    totalBefore: before.value.total,
    planned: { ...planned, ...planLine(standing.value, period.value) },
    chart: chart.value,
    needs: needsOf(client.value.id, own, campaigns, time.today),
    running: runningRows(standing.value),
    everRan: facts.length > 0,
  });
}
