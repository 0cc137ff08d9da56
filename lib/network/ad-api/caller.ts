import { ok, type Result } from "@/lib/result";
import type { AdApiDeps } from "./deps";
import { badToken, type Fault } from "./fault";
import { hashToken } from "./internal-tokens";

/** Whom a token speaks for. */
export interface Caller {
  readonly workspaceId: string;
  /** null: every account of the workspace. */
  readonly accountId: string | null;
  readonly mayChange: boolean;
}

/** Who calls; a missing, unknown or revoked token is refused. */
export async function identify(
  deps: Pick<AdApiDeps, "tokens" | "internalTokens">,
  token: string | null,
): Promise<Result<Caller, Fault>> {
  if (!token) return badToken("An access token is required to request this resource.");
  const workspaceId = deps.internalTokens.lookup(token);
  if (workspaceId) return ok({ workspaceId, accountId: null, mayChange: true });
  const known = await deps.tokens.getByHash(await hashToken(token));
  if (!known) return badToken("The access token is not valid.", 467);
  return ok({
    workspaceId: known.workspaceId,
    accountId: known.accountId,
    mayChange: known.scope === "manage",
  });
}
