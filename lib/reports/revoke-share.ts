import { ok, type Result, refuse } from "@/lib/result";
import type { Actor } from "@/lib/workspace/actor";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { WorkspaceStore } from "@/lib/workspace/store";
import type { ReportShareStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly reportShares: Pick<ReportShareStore, "list" | "revoke">;
  readonly now: () => Date;
}

/** Ends a link at once and for good. Refuses without the right to report for its client, or when the client has no such link. */
export async function revokeShare(
  ctx: Needs,
  input: { readonly clientId: string; readonly shareId: string },
): Promise<Result<{ readonly shareId: string }, AuthoriseRefusal>> {
  const client = await authoriseClient(ctx, "report", input.clientId);
  if (!client.ok) return client;
  // The store knows agencies only; a right for one client must not end another client's link.
  const shares = await ctx.reportShares.list(ctx.actor.agencyId, client.value.id);
  const known = shares.some(({ id }) => id === input.shareId);
  if (!known || !(await ctx.reportShares.revoke(ctx.actor.agencyId, input.shareId, ctx.now()))) {
    return refuse("not_found", "There is no such link. It may have been removed.");
  }
  return ok({ shareId: input.shareId });
}
