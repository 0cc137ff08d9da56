import type { ListedCampaign } from "@/lib/campaigns/list-view";
import type { CampaignStatus } from "@/lib/campaigns/status-words";
import type { StatusFilter } from "./search-params";

export const statusFilters: readonly { readonly value: StatusFilter; readonly label: string }[] = [
  { value: "all", label: "Any status" },
  { value: "running", label: "Running" },
  { value: "draft", label: "Drafts" },
  { value: "ended", label: "Ended" },
  { value: "archived", label: "Archived" },
];

const running: readonly CampaignStatus[] = [
  "launching",
  "scheduled",
  "in_review",
  "delivering",
  "paused",
  "disapproved",
  "unknown",
];

const fits = (status: CampaignStatus, filter: StatusFilter): boolean => {
  if (filter === "all") return true;
  return filter === "running" ? running.includes(status) : status === filter;
};

/** The campaigns that fit the words (in name, client or company) and the status. */
export function filterCampaigns(
  campaigns: readonly ListedCampaign[],
  { q, status }: { readonly q: string; readonly status: StatusFilter },
): readonly ListedCampaign[] {
  const words = q.trim().toLowerCase().split(/\s+/);
  return campaigns.filter((campaign) => {
    const text = [campaign.name, campaign.client.name, campaign.company?.name ?? ""]
      .join(" ")
      .toLowerCase();
    return fits(campaign.status, status) && words.every((word) => text.includes(word));
  });
}
