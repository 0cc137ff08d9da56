import type { CallOptions } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { Ad, Campaign as WireCampaign } from "@/lib/ad-api/objects";
import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { CampaignCtx } from "./ctx";
import { shareOfDay } from "./days";
import { deliveredDays, deliveredTotal } from "./delivery";
import type { CampaignDelivery } from "./delivery-view";
import { loadLaunched } from "./load-launched";
import { dueMinor, paceOf, plannedDailyMinor, plannedTotalMinor } from "./money";
import { networkTime } from "./network-time";
import { planLine } from "./plan-line";
import { campaignStatus } from "./status";

export type DeliveryRefusal =
  | AuthoriseRefusal
  | { code: "not_launched" | "unavailable"; message: string };

/**
 * How a launched campaign is doing: every settled day, today as the network projects it, the whole so far, and what
 * was planned. Reads only; the same question gives the same numbers until a day closes.
 */
export async function getCampaignDelivery(
  ctx: CampaignCtx,
  campaignId: string,
  options?: CallOptions,
): Promise<Result<CampaignDelivery, DeliveryRefusal>> {
  const loaded = await loadLaunched(ctx, campaignId);
  if (!loaded.ok) return loaded;
  const { campaign, client, remoteId, money } = loaded.value;
  const time = await networkTime(ctx.adApi, client.timeZone);
  if (!time.ok) return silent(time.error);
  const { today, now, rate } = time.value;

  const until = today < money.endDay ? today : money.endDay;
  const ask = (increment: 1 | "all") =>
    today < money.startDay
      ? Promise.resolve(ok([]))
      : ctx.adApi.insights(
          client.accountId,
          { level: "campaign", since: money.startDay, until, increment, campaignIds: [remoteId] },
          options,
        );
  const [remote, ads, daily, whole, activity] = await Promise.all([
    ctx.adApi.getCampaign(remoteId, options),
    ctx.adApi.listAds(remoteId, options),
    ask(1),
    ask("all"),
    ctx.campaigns.listActivity(campaign.agencyId, campaignId),
  ]);
  if (!remote.ok) return silent(remote.error);
  if (!ads.ok) return silent(ads.error);
  if (!daily.ok) return silent(daily.error);
  if (!whole.ok) return silent(whole.error);

  const total = deliveredTotal(whole.value[0], client.minorUnits);
  const due = dueMinor(money, today, shareOfDay(client.timeZone, now));
  return ok({
    status: campaignStatus(campaign, remote.value, ads.value, today),
    feedback: saidByNetwork(remote.value, ads.value),
    now: now.toISOString(),
    rate,
    today,
    days: deliveredDays(daily.value, client.minorUnits),
    total,
    plan: campaign.plan.forecast ? [...planLine(campaign.plan.forecast, money)] : [],
    money: {
      plannedMinor: plannedTotalMinor(money),
      dueMinor: due,
      pace: paceOf(total.spendMinor, due, plannedDailyMinor(money)),
    },
    activity: activity.map(({ id, at, by, what }) => ({ id, at: at.toISOString(), by, what })),
  });
}

const saidByNetwork = (campaign: WireCampaign, ads: readonly Ad[]): string[] => [
  ...(campaign.issues_info ?? []).map((issue) => issue.error_message),
  ...ads.flatMap((ad) => Object.values(ad.ad_review_feedback?.global ?? {})),
];

const silent = (refusal: AdApiRefusal) =>
  refuse("unavailable", `The ad network did not answer: ${refusal.message} (${refusal.traceId})`);
