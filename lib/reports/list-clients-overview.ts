import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import type { ReportNeeds } from "./get-report";
import { loadStanding } from "./load-standing";
import { byWorstPace, type ClientRow, clientRow } from "./overview";
import { parsePeriod } from "./parse-period";
import type { ReadRefusal } from "./refusals";

export interface BrokenClient {
  readonly clientId: string;
  readonly client: string;
  /** Why its numbers are missing, in a sentence. */
  readonly message: string;
}

export interface ClientsOverview {
  /** Worst pacing first. */
  readonly clients: readonly ClientRow[];
  /** Clients whose numbers could not be read; the others are not touched by it. */
  readonly broken: readonly BrokenClient[];
}

/**
 * Every client the actor may view, in the same calendar days, each in its own zone and currency. Nothing is added
 * across clients. A client that cannot be read stands apart with the reason.
 */
export async function listClientsOverview(
  ctx: ReportNeeds,
  input: { readonly since: string; readonly until: string },
): Promise<Result<ClientsOverview, ReadRefusal>> {
  const period = parsePeriod(input);
  if (!period.ok) return period;
  const all = await ctx.workspace.listClients(ctx.actor.agencyId);
  const clients = all.filter(({ id }) => may(ctx.actor, "view", id));
  if (clients.length === 0 && all.length > 0) {
    return refuse("forbidden", `No client of ${ctx.actor.agencyName} is open to you yet.`);
  }
  const read = await Promise.all(
    clients.map(async (client) => ({
      client,
      standing: await standingOr(ctx, client, period.value),
    })),
  );
  return ok({
    clients: read
      .flatMap(({ client, standing }) => (standing.ok ? [clientRow(client, standing.value)] : []))
      .sort(byWorstPace),
    broken: read.flatMap(({ client, standing }) =>
      standing.ok
        ? []
        : [{ clientId: client.id, client: client.name, message: standing.error.message }],
    ),
  });
}

async function standingOr(
  ctx: ReportNeeds,
  client: Client,
  period: Parameters<typeof loadStanding>[2],
) {
  try {
    return await loadStanding(ctx, client, period);
  } catch {
    return refuse("unavailable", "Its numbers could not be read. The other clients are complete.");
  }
}
