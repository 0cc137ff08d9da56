import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { CampaignCtx } from "./ctx";
import { type LoadedCampaign, loadCampaign } from "./load-campaign";
import type { PlannedMoney } from "./money";
import { plannedMoney } from "./planned-money";

export interface LaunchedCampaign extends LoadedCampaign {
  /** The campaign's id at the network. */
  readonly remoteId: string;
  readonly money: PlannedMoney;
}

/** A campaign that the actor may view and that the network has; one that is not launched is refused. */
export async function loadLaunched(
  ctx: CampaignCtx,
  campaignId: string,
): Promise<Result<LaunchedCampaign, AuthoriseRefusal | { code: "not_launched"; message: string }>> {
  const loaded = await loadCampaign(ctx, "view", campaignId);
  if (!loaded.ok) return loaded;
  const remoteId = loaded.value.campaign.remote.campaign;
  const money = plannedMoney(loaded.value.campaign);
  if (!remoteId || !money) {
    return refuse("not_launched", "The campaign is not launched: there is nothing to show yet.");
  }
  return ok({ ...loaded.value, remoteId, money });
}
