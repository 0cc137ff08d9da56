import { ok, type Result } from "@/lib/result";
import type { Actor } from "./actor";
import { type AuthoriseRefusal, authoriseClient } from "./authorise";
import { may, type Verb } from "./permissions";
import { notAllowed } from "./refusals";
import type { WorkspaceStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
}

/** Whether the actor may do this for one client of the agency, or for all of them (null). */
export async function authoriseScope(
  ctx: Needs,
  verb: Verb,
  clientId: string | null,
): Promise<Result<null, AuthoriseRefusal>> {
  if (clientId === null) return may(ctx.actor, verb, null) ? ok(null) : notAllowed(ctx.actor);
  const client = await authoriseClient(ctx, verb, clientId);
  return client.ok ? ok(null) : client;
}
