import { type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";
import { loadAudience } from "./load-audience";

export type ArchiveRefusal = AuthoriseRefusal | { code: "conflict"; message: string };

/** Takes an audience out of the lists. Campaigns that use it keep the rules they were launched with. */
export const archiveAudience = (ctx: AudienceCtx, audienceId: string) =>
  moveTo(ctx, audienceId, "archived");

/** Brings an archived audience back as a draft, or as saved when its latest saved version is what it says. */
export const restoreAudience = (ctx: AudienceCtx, audienceId: string) =>
  moveTo(ctx, audienceId, "restored");

async function moveTo(
  ctx: AudienceCtx,
  audienceId: string,
  goal: "archived" | "restored",
): Promise<Result<Audience, ArchiveRefusal>> {
  const loaded = await loadAudience(ctx, "save", audienceId);
  if (!loaded.ok) return loaded;
  const { audience } = loaded.value;
  const isThere = (audience.state === "archived") === (goal === "archived");
  if (isThere) return { ok: true, value: audience };
  const state = goal === "archived" ? "archived" : await stateBefore(ctx, audience);
  const saved = await ctx.audiences.save({
    ...audience,
    state,
    updatedAt: ctx.now(),
    updatedBy: ctx.actor.name,
  });
  return saved.ok
    ? saved
    : refuse("conflict", "Somebody changed this audience just now. Look again, then repeat.");
}

/** An archived audience cannot be changed, so the version before archiving tells what it was. */
async function stateBefore(ctx: AudienceCtx, audience: Audience): Promise<"saved" | "draft"> {
  const [latest] = await ctx.audiences.listVersions(ctx.actor.agencyId, audience.id);
  return latest?.version === audience.version - 1 ? "saved" : "draft";
}
