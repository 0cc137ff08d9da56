import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import type { AdAccounts } from "./ad-accounts";
import { authorise } from "./authorise";
import type { WorkspaceStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly adAccounts: Pick<AdAccounts, "revokeToken">;
  readonly now: () => Date;
}

/** Stops a token at once and for good; for an owner of all clients. */
export async function revokeAdToken(
  ctx: Needs,
  input: { readonly tokenId: string },
): Promise<Result<null, Refusal>> {
  const allowed = await authorise(ctx, "tokens", null);
  if (!allowed.ok) return allowed;
  const revoked = await ctx.adAccounts.revokeToken(ctx.actor.agencyId, input.tokenId, ctx.now());
  return revoked ? ok(null) : refuse("not_found", "There is no such token, or it was revoked.");
}
