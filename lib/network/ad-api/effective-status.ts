import type { EffectiveStatus } from "@/lib/ad-api/objects";
import { reviewAt } from "./review-state";
import type { AdObject, ConfiguredStatus } from "./store";
import { waitsFor } from "./waiting";

const isGone = (status: ConfiguredStatus): status is "ARCHIVED" | "DELETED" =>
  status === "ARCHIVED" || status === "DELETED";

/** What really holds for an ad: its own state and review, then what stands above it. */
export function effectiveAd(
  ad: AdObject,
  adSet: AdObject,
  campaign: AdObject,
  now: Date,
): EffectiveStatus {
  for (const object of [ad, adSet, campaign]) if (isGone(object.status)) return object.status;
  const review = reviewAt(ad, now);
  if (review.state === "pending") return "PENDING_REVIEW";
  if (review.state === "disapproved") return "DISAPPROVED";
  if (ad.status === "PAUSED") return "PAUSED";
  if (adSet.status === "PAUSED") return "ADSET_PAUSED";
  return campaign.status === "PAUSED" ? "CAMPAIGN_PAUSED" : "ACTIVE";
}

/** WITH_ISSUES: it is on, but every ad in it was disapproved, or it has not begun for want of people (`issues_info` says so). */
export function effectiveAdSet(
  adSet: AdObject,
  campaign: AdObject,
  ads: readonly AdObject[],
  now: Date,
): EffectiveStatus {
  for (const object of [adSet, campaign]) if (isGone(object.status)) return object.status;
  if (adSet.status === "PAUSED") return "PAUSED";
  if (campaign.status === "PAUSED") return "CAMPAIGN_PAUSED";
  return allDisapproved(ads, now) || waitsFor(adSet) ? "WITH_ISSUES" : "ACTIVE";
}

export function effectiveCampaign(
  campaign: AdObject,
  ads: readonly AdObject[],
  now: Date,
): EffectiveStatus {
  if (campaign.status !== "ACTIVE") return campaign.status;
  return allDisapproved(ads, now) ? "WITH_ISSUES" : "ACTIVE";
}

function allDisapproved(ads: readonly AdObject[], now: Date): boolean {
  const there = ads.filter((ad) => !isGone(ad.status));
  return there.length > 0 && there.every((ad) => reviewAt(ad, now).state === "disapproved");
}
