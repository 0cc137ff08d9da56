import type { Result } from "@/lib/result";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { type SwitchRefusal, switchCampaign } from "./switch-campaign";

/** Lets a paused campaign go on; a running one goes on. */
export const resumeCampaign = (
  ctx: CampaignCtx,
  campaignId: string,
): Promise<Result<Campaign, SwitchRefusal>> => switchCampaign(ctx, campaignId, "ACTIVE", "Resumed");
