import type { Result } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { CampaignCtx } from "./ctx";
import { type LoadedCampaign, loadCampaign } from "./load-campaign";

/** A campaign with its client, for whoever may view it; anything else is not found. */
export const getCampaign = (
  ctx: Pick<CampaignCtx, "actor" | "workspace" | "campaigns">,
  campaignId: string,
): Promise<Result<LoadedCampaign, AuthoriseRefusal>> => loadCampaign(ctx, "view", campaignId);
