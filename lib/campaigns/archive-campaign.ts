import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { loadCampaign } from "./load-campaign";
import { setRemote } from "./switch-campaign";

export type ArchiveRefusal =
  | AuthoriseRefusal
  | { code: "launching" | "conflict" | "unavailable"; message: string };

/** Puts a campaign away for good: a running one stops first. Its numbers stay in reports. */
export async function archiveCampaign(
  ctx: CampaignCtx,
  campaignId: string,
): Promise<Result<Campaign, ArchiveRefusal>> {
  const state = (await ctx.campaigns.get(ctx.actor.agencyId, campaignId))?.state;
  const loaded = await loadCampaign(ctx, state === "draft" ? "save" : "pause", campaignId);
  if (!loaded.ok) return loaded;
  const { campaign } = loaded.value;
  if (campaign.state === "archived") return ok(campaign);
  if (campaign.state === "launching") {
    return refuse("launching", "The campaign is being launched; take the launch back first.");
  }
  if (campaign.state === "launched") {
    const stopped = await setRemote(ctx, loaded.value, "ARCHIVED", "Archived");
    if (!stopped.ok) return stopped;
  }
  const saved = await ctx.campaigns.save({
    ...campaign,
    state: "archived",
    updatedAt: ctx.now(),
    updatedBy: ctx.actor.name,
  });
  return saved.ok ? saved : refuse("conflict", "Somebody changed the campaign in the meantime.");
}
