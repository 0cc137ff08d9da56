import type { Client } from "@/lib/workspace/actor";
import type { CampaignFacts } from "./campaign-facts";
import type { CampaignRow, Standing } from "./load-standing";
import { type Need, needsOf } from "./needs";
import type { Period, ReportNumbers } from "./report";

/** A client in the list of all clients. Money stays in its own currency: rows of two clients are never added. */
export interface ClientRow {
  readonly clientId: string;
  readonly client: string;
  readonly currency: string;
  readonly minorUnits: number;
  readonly timeZone: string;
  readonly total: ReportNumbers;
  readonly plannedToDateMinor: number | null;
  /** Spend over planned spend to date; null without a plan. */
  readonly pace: number | null;
  readonly running: number;
  /** The closed part of the asked period in the client's zone. */
  readonly settled: Period | null;
  readonly needs: readonly Need[];
}

const isRunning = ({ standing }: CampaignFacts): boolean => standing === "running";

export function clientRow(client: Client, standing: Standing): ClientRow {
  return {
    clientId: client.id,
    client: client.name,
    currency: client.currency,
    minorUnits: client.minorUnits,
    timeZone: client.timeZone,
    total: standing.total,
    plannedToDateMinor: standing.planned.spendToDateMinor,
    pace: standing.planned.pace,
    running: standing.facts.filter(isRunning).length,
    settled: standing.settled,
    needs: needsOf(client.id, standing.own, standing.campaigns, standing.time.today),
  };
}

export const runningRows = (standing: Standing): readonly CampaignRow[] =>
  standing.campaigns.filter(({ facts }) => isRunning(facts));

/** How far off the plan, either way; without a plan there is nothing to be off. */
const offPlan = ({ pace }: Pick<ClientRow, "pace">): number =>
  pace === null ? -1 : Math.abs(pace - 1);

/** Worst pacing first: the farther from plan, slow or fast, the higher. */
export const byWorstPace = (a: ClientRow, b: ClientRow): number =>
  offPlan(b) - offPlan(a) || a.client.localeCompare(b.client, "en");
