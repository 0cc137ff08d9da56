import type { Result } from "@/lib/result";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { type SwitchRefusal, switchCampaign } from "./switch-campaign";

/** Stops a launched campaign until it is resumed; a paused one stays paused. */
export const pauseCampaign = (
  ctx: CampaignCtx,
  campaignId: string,
): Promise<Result<Campaign, SwitchRefusal>> => switchCampaign(ctx, campaignId, "PAUSED", "Paused");
