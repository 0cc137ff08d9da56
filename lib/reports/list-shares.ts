import { ok, type Result } from "@/lib/result";
import type { Actor } from "@/lib/workspace/actor";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { WorkspaceStore } from "@/lib/workspace/store";
import type { ShareView } from "./share";
import { shareView } from "./share-view";
import type { ReportShareStore } from "./store";

interface Needs {
  readonly actor: Actor;
  readonly workspace: WorkspaceStore;
  readonly reportShares: Pick<ReportShareStore, "list">;
  readonly now: () => Date;
}

/** A client's links with how often each was opened, the newest first; never their tokens. For those who may report. */
export async function listShares(
  ctx: Needs,
  input: { readonly clientId: string },
): Promise<Result<readonly ShareView[], AuthoriseRefusal>> {
  const client = await authoriseClient(ctx, "report", input.clientId);
  if (!client.ok) return client;
  const shares = await ctx.reportShares.list(ctx.actor.agencyId, client.value.id);
  const now = ctx.now();
  return ok(
    shares
      .map((share) => shareView(share, now))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  );
}
