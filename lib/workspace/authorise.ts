import { ok, type Result, refuse } from "@/lib/result";
import type { Actor, Client } from "./actor";
import { may, type Verb } from "./permissions";
import { notAllowed } from "./refusals";
import type { WorkspaceStore } from "./store";

export type AuthoriseRefusal = { code: "not_found" | "forbidden"; message: string };

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
}

/**
 * The client, if it belongs to the actor's agency, one of the grants covers it and the role allows the verb.
 * A client the actor may not even view is "not found": its existence is not told.
 */
export async function authoriseClient(
  ctx: Needs,
  verb: Verb,
  clientId: string,
): Promise<Result<Client, AuthoriseRefusal>> {
  // The id may come straight from a browser, whatever its type says.
  const client =
    typeof clientId === "string"
      ? await ctx.workspace.getClient(ctx.actor.agencyId, clientId)
      : null;
  if (!client || !may(ctx.actor, "view", clientId)) {
    return refuse("not_found", "There is no such client in your agency.");
  }
  return may(ctx.actor, verb, clientId) ? ok(client) : notAllowed(ctx.actor);
}

/** The same for one client, or for all clients of the agency (null): what a server action calls first. */
export async function authorise(
  ctx: Needs,
  verb: Verb,
  clientId: string | null,
): Promise<Result<Client | null, AuthoriseRefusal>> {
  if (clientId !== null) return authoriseClient(ctx, verb, clientId);
  return may(ctx.actor, verb, null) ? ok(null) : notAllowed(ctx.actor);
}
