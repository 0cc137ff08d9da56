import { ok, type Result } from "@/lib/result";
import type { Actor } from "./actor";
import type { AdAccounts, AdToken } from "./ad-accounts";
import { type AuthoriseRefusal, authorise } from "./authorise";
import type { WorkspaceStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly adAccounts: Pick<AdAccounts, "listTokens">;
}

/** The agency's tokens, newest first, for an owner of all clients. */
export async function listAdTokens(
  ctx: Needs,
): Promise<Result<readonly AdToken[], AuthoriseRefusal>> {
  const allowed = await authorise(ctx, "tokens", null);
  return allowed.ok ? ok(await ctx.adAccounts.listTokens(ctx.actor.agencyId)) : allowed;
}
