import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Rules } from "@/lib/audiences/rules";
import type { CampaignStore } from "@/lib/campaigns/store";
import { ok, type Result, refuse } from "@/lib/result";
import type { Actor, Client } from "@/lib/workspace/actor";
import { authoriseClient } from "@/lib/workspace/authorise";
import type { WorkspaceStore } from "@/lib/workspace/store";
import { audienceWords } from "./audience-words";
import { draftChanges } from "./draft-changes";
import { draftHeadline } from "./draft-headline";
import { draftNext } from "./draft-next";
import { draftWhy } from "./draft-why";
import { type Evidence, loadEvidence } from "./load-evidence";
import { type CampaignRow, loadStanding, type Standing } from "./load-standing";
import { methodNotes } from "./method-notes";
import { parsePeriod } from "./parse-period";
import { planLine } from "./plan-line";
import type { ReadRefusal } from "./refusals";
import type { Period, Report, ReportCampaign } from "./report";

export interface ReportNeeds {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly campaigns: Pick<CampaignStore, "list">;
  readonly adApi: Pick<
    AdApi,
    "clock" | "insights" | "listCampaigns" | "reachOverlap" | "browseSegments"
  >;
  readonly now: () => Date;
}

export interface ReportInput {
  readonly clientId: string;
  /** Inclusive days in the client's zone, YYYY-MM-DD. */
  readonly since: string;
  readonly until: string;
}

function reportCampaign(row: CampaignRow, audience: string | null): ReportCampaign {
  return {
    campaignId: row.facts.own?.id ?? null,
    name: row.facts.name,
    standing: row.facts.standing,
    company: row.facts.company,
    days: row.facts.days,
    numbers: row.numbers,
    plannedMinor: row.plannedMinor,
    plannedToDateMinor: row.plannedToDateMinor,
    pace: row.pace,
    plannedPeople: row.plannedPeople,
    maxFrequency: row.facts.own?.plan.maxFrequency ?? null,
    audience,
  };
}

function compose(
  agency: string,
  client: Client,
  period: Period,
  standing: Standing,
  evidence: Evidence,
  audiences: ReadonlyMap<string, string>,
): Report {
  const { settled, time, total, planned } = standing;
  const { currency, minorUnits, timeZone } = client;
  const campaigns = standing.campaigns.map((row) =>
    reportCampaign(row, audiences.get(row.facts.own?.id ?? "") ?? null),
  );
  const told = {
    client: client.name,
    currency,
    minorUnits,
    period,
    settled,
    total,
    pace: planned.pace,
  };
  return {
    version: 1,
    agency,
    client: client.name,
    currency,
    minorUnits,
    timeZone,
    period,
    before: evidence.before,
    settledUntil: settled?.until ?? null,
    readAt: time.now,
    simulatedTime: time.simulated,
    headline: draftHeadline(told),
    changed: draftChanges(told, evidence.before, evidence.totalBefore, campaigns),
    why: draftWhy(told, evidence.totalBefore, evidence.weeks, campaigns),
    next: draftNext(evidence.weeks, campaigns, total.frequency),
    total,
    totalBefore: evidence.totalBefore,
    plan: { ...planned, ...planLine(standing, period) },
    days: [...evidence.days],
    weeks: [...evidence.weeks],
    campaigns,
    overlap: evidence.overlap,
    method: methodNotes({ currency, timeZone, period, settled, simulated: time.simulated }),
  };
}

const launchedRules = ({ campaigns }: Standing): ReadonlyMap<string, Rules> =>
  new Map(
    campaigns.flatMap(({ facts: { own } }) =>
      own?.launchedRules ? [[own.id, own.launchedRules]] : [],
    ),
  );

/**
 * A client's report of a period, for everyone who may view the client. Reach in it is always the network's own union;
 * no two reach values are ever added. Refuses a period that cannot be or has not begun, and says when the network is silent.
 */
export async function getReport(
  ctx: ReportNeeds,
  input: ReportInput,
): Promise<Result<Report, ReadRefusal>> {
  const period = parsePeriod(input);
  if (!period.ok) return period;
  const client = await authoriseClient(ctx, "view", input.clientId);
  if (!client.ok) return client;
  const standing = await loadStanding(ctx, client.value, period.value);
  if (!standing.ok) return standing;
  if (period.value.since > standing.value.time.today) {
    const sentence = "This period has not begun. Choose one that has.";
    return refuse("invalid", sentence, { since: sentence });
  }
  const [evidence, audiences] = await Promise.all([
    loadEvidence(ctx, client.value, period.value, standing.value),
    audienceWords(ctx.adApi, client.value, launchedRules(standing.value)),
  ]);
  if (!evidence.ok) return evidence;
  return ok(
    compose(
      ctx.actor.agencyName,
      client.value,
      period.value,
      standing.value,
      evidence.value,
      audiences,
    ),
  );
}
