import type { Ad, Campaign as RemoteCampaign } from "@/lib/ad-api/objects";
import type { Campaign } from "./campaign";
import type { CampaignStatus } from "./status-words";

/**
 * One word from what we wrote down, what the network says and which day it is (in the account's zone, network time).
 * A disapproved or paused campaign says so also before its first day; what is over is over.
 */
export function campaignStatus(
  campaign: Pick<Campaign, "state" | "plan">,
  remote: Pick<RemoteCampaign, "configured_status" | "effective_status"> | null,
  ads: readonly Pick<Ad, "effective_status">[],
  today: string,
): CampaignStatus {
  if (campaign.state !== "launched") return campaign.state;
  if (!remote) return "unknown";
  const { startDay, endDay } = campaign.plan;
  if (remote.configured_status === "ARCHIVED" || remote.configured_status === "DELETED") {
    return "archived";
  }
  if (endDay && today > endDay) return "ended";
  if (remote.configured_status === "PAUSED") return "paused";
  const every = (status: Ad["effective_status"]) =>
    ads.length > 0 && ads.every((ad) => ad.effective_status === status);
  if (remote.effective_status === "WITH_ISSUES" || every("DISAPPROVED")) return "disapproved";
  if (every("PENDING_REVIEW")) return "in_review";
  return startDay && today < startDay ? "scheduled" : "delivering";
}
