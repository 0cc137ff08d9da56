import type { Campaign as WireCampaign } from "@/lib/ad-api/objects";
import type { Campaign } from "@/lib/campaigns/campaign";
import type { Client } from "@/lib/workspace/actor";
import { plannedDays } from "./planned-spend";
import type { CampaignStanding, Period } from "./report";

/** A campaign that was sent to the network, as the dashboard planned it and as the network knows it. */
export interface CampaignFacts {
  readonly remoteId: string;
  /** null: made elsewhere, so without a plan of ours. */
  readonly own: Campaign | null;
  readonly name: string;
  readonly standing: CampaignStanding;
  /** Why the network paused it by itself, in its words; null: it did not. */
  readonly issue: string | null;
  readonly company: string | null;
  readonly days: Period | null;
}

/** How a campaign stands today: its own days first, then what the network says. */
export function standingOf(
  wire: WireCampaign | undefined,
  days: Period | null,
  today: string,
): CampaignStanding {
  if (wire?.configured_status === "ARCHIVED" || wire?.configured_status === "DELETED") {
    return "archived";
  }
  if (days && days.until < today) return "ended";
  switch (wire?.effective_status) {
    case "DISAPPROVED":
    case "WITH_ISSUES":
      return "disapproved";
    case "PENDING_REVIEW":
      return "in_review";
    case "PAUSED":
    case "CAMPAIGN_PAUSED":
    case "ADSET_PAUSED":
      return "paused";
    default:
      return days && days.since > today ? "scheduled" : "running";
  }
}

const issueOf = (wire: WireCampaign | undefined): string | null =>
  wire?.issues_info?.map(({ error_message }) => error_message).join(" ") || null;

/** Joins the dashboard's launched campaigns with the network's, by the network's id; campaigns made elsewhere are kept. */
export function campaignFacts(
  client: Client,
  own: readonly Campaign[],
  wire: readonly WireCampaign[],
  today: string,
): readonly CampaignFacts[] {
  const wireById = new Map(wire.map((campaign) => [campaign.id, campaign]));
  const planned = own.flatMap((campaign) => {
    const remoteId = campaign.remote.campaign;
    if (!remoteId) return [];
    const days = plannedDays(campaign.plan);
    const company = client.companies.find(({ id }) => id === campaign.plan.companyId);
    return [
      {
        remoteId,
        own: campaign,
        name: campaign.name,
        standing: standingOf(wireById.get(remoteId), days, today),
        issue: issueOf(wireById.get(remoteId)),
        company: company?.name ?? null,
        days,
      },
    ];
  });
  const known = new Set(planned.map(({ remoteId }) => remoteId));
  const elsewhere = wire
    .filter(({ id }) => !known.has(id))
    .map((campaign) => ({
      remoteId: campaign.id,
      own: null,
      name: campaign.name,
      standing: standingOf(campaign, null, today),
      issue: issueOf(campaign),
      company: null,
      days: null,
    }));
  return [...planned, ...elsewhere];
}
