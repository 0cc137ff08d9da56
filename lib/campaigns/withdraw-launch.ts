import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Campaign } from "./campaign";
import { backToDraft } from "./carry-on-launch";
import type { CampaignCtx } from "./ctx";
import { loadCampaign } from "./load-campaign";

export type WithdrawRefusal = AuthoriseRefusal | { code: "not_launching"; message: string };

/** Takes back a launch that the network did not answer: the campaign is a draft again, and nothing of it runs. */
export async function withdrawLaunch(
  ctx: CampaignCtx,
  campaignId: string,
): Promise<Result<Campaign, WithdrawRefusal>> {
  const loaded = await loadCampaign(ctx, "launch", campaignId);
  if (!loaded.ok) return loaded;
  if (loaded.value.campaign.state === "launching") await backToDraft(ctx, loaded.value.campaign);
  const now = await ctx.campaigns.get(ctx.actor.agencyId, campaignId);
  if (now?.state === "draft") return ok(now);
  return refuse("not_launching", "The campaign is not being launched any more.");
}
