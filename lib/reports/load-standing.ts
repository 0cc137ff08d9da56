import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Campaign } from "@/lib/campaigns/campaign";
import type { CampaignStore } from "@/lib/campaigns/store";
import { ok, type Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { type CampaignFacts, campaignFacts } from "./campaign-facts";
import { type NetworkTime, networkTime } from "./network-time";
import { daysInBoth, earlier } from "./period";
import { plannedPeople } from "./planned-people";
import { plannedSpend } from "./planned-spend";
import { type ReadRefusal, unavailable } from "./refusals";
import type { Period, ReportNumbers } from "./report";
import { numbersOf } from "./wire-numbers";

export interface CampaignRow {
  readonly facts: CampaignFacts;
  readonly numbers: ReportNumbers;
  readonly plannedMinor: number | null;
  readonly plannedToDateMinor: number | null;
  readonly pace: number | null;
  readonly plannedPeople: number | null;
  /** Closed days of the period on which it was to run; 0 without a plan. */
  readonly settledDays: number;
}

/** Where a client stands in a period: the union of its campaigns, and each of them, by the last closed day. */
export interface Standing {
  readonly time: NetworkTime;
  /** The closed part of the period; null when no day of it has closed. */
  readonly settled: Period | null;
  readonly total: ReportNumbers;
  /** Campaigns that ran or were planned to run in the period, the most spent first. */
  readonly campaigns: readonly CampaignRow[];
  /** All campaigns of the client: ours in any state, and all that the network knows. */
  readonly own: readonly Campaign[];
  readonly facts: readonly CampaignFacts[];
  readonly planned: PlannedSpend;
}

export interface PlannedSpend {
  readonly spendMinor: number | null;
  readonly spendToDateMinor: number | null;
  readonly spentMinor: number;
  readonly pace: number | null;
  readonly campaignsWithoutPlan: number;
}

interface Needs {
  readonly campaigns: Pick<CampaignStore, "list">;
  readonly adApi: Pick<AdApi, "clock" | "insights" | "listCampaigns">;
}

const paceOf = (spent: number, planned: number | null): number | null =>
  planned ? spent / planned : null;

function rowOf(
  facts: CampaignFacts,
  numbers: ReportNumbers,
  period: Period,
  settled: Period | null,
): CampaignRow {
  const plannedMinor = facts.own ? plannedSpend(facts.own.plan, period) : null;
  const plannedToDateMinor =
    facts.own && plannedMinor !== null && settled
      ? plannedSpend(facts.own.plan, settled)
      : plannedMinor === null
        ? null
        : 0;
  return {
    facts,
    numbers,
    plannedMinor,
    plannedToDateMinor,
    pace: paceOf(numbers.spendMinor, plannedToDateMinor),
    plannedPeople: facts.own && settled ? plannedPeople(facts.own, settled) : null,
    settledDays: facts.days && settled ? daysInBoth(facts.days, settled) : 0,
  };
}

/** Money of one client may be added; it has one currency. */
function plannedOf(rows: readonly CampaignRow[]): PlannedSpend {
  const withPlan = rows.filter(({ plannedMinor }) => plannedMinor !== null);
  const sum = (pick: (row: CampaignRow) => number) =>
    withPlan.reduce((total, row) => total + pick(row), 0);
  const none = withPlan.length === 0;
  const spentMinor = sum(({ numbers }) => numbers.spendMinor);
  const spendToDateMinor = none ? null : sum((row) => row.plannedToDateMinor ?? 0);
  return {
    spendMinor: none ? null : sum((row) => row.plannedMinor ?? 0),
    spendToDateMinor,
    spentMinor,
    pace: paceOf(spentMinor, spendToDateMinor),
    campaignsWithoutPlan: rows.length - withPlan.length,
  };
}

/** Reads what the overview and the report both stand on. The total is the network's union over all campaigns, asked for as such. */
export async function loadStanding(
  ctx: Needs,
  client: Client,
  period: Period,
): Promise<Result<Standing, ReadRefusal>> {
  const [time, own, wire] = await Promise.all([
    networkTime(ctx.adApi, client.timeZone),
    ctx.campaigns.list(client.agencyId, client.id),
    ctx.adApi.listCampaigns(client.accountId),
  ]);
  if (!time.ok) return time;
  if (!wire.ok) return unavailable(wire.error);

  const facts = campaignFacts(client, own, wire.value, time.value.today);
  const settled =
    period.since > time.value.closed
      ? null
      : { since: period.since, until: earlier(period.until, time.value.closed) };
  const ask = { increment: "all", campaignIds: [], settledOnly: true } as const;
  const [total, each] = settled
    ? await Promise.all([
        ctx.adApi.insights(client.accountId, { level: "account", ...ask, ...settled }),
        ctx.adApi.insights(client.accountId, { level: "campaign", ...ask, ...settled }),
      ])
    : [ok([]), ok([])];
  if (!total.ok) return unavailable(total.error);
  if (!each.ok) return unavailable(each.error);

  const rowById = new Map(each.value.map((row) => [row.campaign_id, row]));
  const campaigns = facts
    .map((fact) =>
      rowOf(fact, numbersOf(rowById.get(fact.remoteId), client.minorUnits), period, settled),
    )
    .filter((row) => row.numbers.impressions > 0 || (row.plannedMinor ?? 0) > 0)
    .sort((a, b) => b.numbers.spendMinor - a.numbers.spendMinor);
  return ok({
    time: time.value,
    settled,
    total: numbersOf(total.value[0], client.minorUnits),
    campaigns,
    own,
    facts,
    planned: plannedOf(campaigns),
  });
}
