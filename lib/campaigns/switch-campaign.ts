import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { ConfiguredStatus } from "@/lib/ad-api/objects";
import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { type LoadedCampaign, loadCampaign } from "./load-campaign";
import { networkTime } from "./network-time";

export type SwitchRefusal =
  | AuthoriseRefusal
  | { code: "not_launched"; message: string }
  | { code: "unavailable"; message: string };

/** Switches a launched campaign at the network and writes it in the log, in network time. */
export async function switchCampaign(
  ctx: CampaignCtx,
  campaignId: string,
  status: Extract<ConfiguredStatus, "ACTIVE" | "PAUSED">,
  what: string,
): Promise<Result<Campaign, SwitchRefusal>> {
  const loaded = await loadCampaign(ctx, "pause", campaignId);
  if (!loaded.ok) return loaded;
  const { campaign } = loaded.value;
  if (campaign.state !== "launched") {
    return refuse("not_launched", "Only a launched campaign can be paused or resumed.");
  }
  const switched = await setRemote(ctx, loaded.value, status, what);
  return switched.ok ? ok(campaign) : switched;
}

/** Tells the network and, when it agreed, the log. */
export async function setRemote(
  ctx: CampaignCtx,
  { campaign, client }: LoadedCampaign,
  status: ConfiguredStatus,
  what: string,
): Promise<Result<true, { code: "unavailable"; message: string }>> {
  if (!campaign.remote.campaign) throw new Error(`Launched ${campaign.id} has no remote campaign.`);
  const set = await ctx.adApi.setStatus(campaign.remote.campaign, status);
  if (!set.ok) return refuse("unavailable", stillTrue(set.error));
  const time = await networkTime(ctx.adApi, client.timeZone);
  await ctx.campaigns.log({
    id: crypto.randomUUID(),
    campaignId: campaign.id,
    agencyId: campaign.agencyId,
    at: time.ok ? time.value.now : ctx.now(),
    by: ctx.actor.name,
    what,
  });
  return ok(true);
}

const stillTrue = (refusal: AdApiRefusal) =>
  `The ad network did not do it, so nothing has changed: ${refusal.message} (${refusal.traceId})`;
