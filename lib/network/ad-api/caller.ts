import { ok, type Result } from "@/lib/result";
import type { AdApiDeps } from "./deps";
import { badToken, type Fault, sessionOver } from "./fault";
import { hashToken, isInternal } from "./internal-tokens";

/** Whom a token speaks for. */
export interface Caller {
  readonly workspaceId: string;
  /** null: every account of the workspace. */
  readonly accountId: string | null;
  readonly mayChange: boolean;
  /** The token, as the activity log names it. */
  readonly actor: { readonly id: string; readonly name: string };
  /** The network's own dashboard, in the same process. */
  readonly dashboard: boolean;
}

/** Who calls; a missing, unknown, revoked or expired token is refused. */
export async function identify(
  deps: Pick<AdApiDeps, "tokens" | "internalTokens" | "wallNow">,
  token: string | null,
): Promise<Result<Caller, Fault>> {
  if (!token) return badToken("An access token is required to request this resource.");
  const workspaceId = deps.internalTokens.lookup(token);
  if (workspaceId) {
    const actor = { id: "dashboard", name: "Dashboard" };
    return ok({ workspaceId, accountId: null, mayChange: true, actor, dashboard: true });
  }
  if (isInternal(token)) return sessionOver();
  const known = await deps.tokens.getByHash(hashToken(token));
  if (!known) return badToken("The access token is not valid.", 467);
  if (known.expiresAt && known.expiresAt <= deps.wallNow()) {
    return badToken("The access token has expired. Make another in Settings.", 463);
  }
  return ok({
    workspaceId: known.workspaceId,
    accountId: known.accountId,
    mayChange: known.scope === "manage",
    actor: { id: known.id, name: known.name },
    dashboard: false,
  });
}
