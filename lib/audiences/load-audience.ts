import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { Verb } from "@/lib/workspace/permissions";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";

/**
 * An audience and its client, when the actor may do `verb` there.
 * An audience of another agency, or of a client the actor may not view, is not found.
 */
export async function loadAudience(
  ctx: AudienceCtx,
  verb: Verb,
  audienceId: string,
): Promise<Result<{ audience: Audience; client: Client }, AuthoriseRefusal>> {
  const audience = await ctx.audiences.get(ctx.actor.agencyId, audienceId);
  if (!audience) return refuse("not_found", "There is no such audience.");
  const client = await authoriseClient(ctx, verb, audience.clientId);
  if (!client.ok) return client;
  return ok({ audience, client: client.value });
}
