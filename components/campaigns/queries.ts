import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ask } from "@/lib/ask";
import { type CampaignDelivery, campaignDelivery } from "@/lib/campaigns/delivery-view";
import { type CampaignList, campaignList } from "@/lib/campaigns/list-view";
import { campaignParts, type PartName } from "@/lib/campaigns/parts-view";
import { planPreview } from "@/lib/campaigns/preview-view";

export interface ListFilter {
  readonly clientId: string | null;
  readonly archived: boolean;
}

export interface PreviewQuestion {
  readonly clientId: string;
  readonly audienceId: string;
  readonly companyId: string;
  readonly onlyCompanyPeople: boolean;
}

export const campaignKeys = {
  all: ["campaigns"] as const,
  lists: () => [...campaignKeys.all, "list"] as const,
  list: (filter: ListFilter) => [...campaignKeys.lists(), filter] as const,
  delivery: (campaignId: string) => [...campaignKeys.all, "delivery", campaignId] as const,
  parts: (campaignId: string, by: PartName) =>
    [...campaignKeys.all, "parts", campaignId, by] as const,
  preview: (question: PreviewQuestion) => [...campaignKeys.all, "preview", question] as const,
};

/** A list of campaigns that keeps itself fresh. */
export const listQuery = ({ clientId, archived }: ListFilter, first?: CampaignList) =>
  queryOptions({
    queryKey: campaignKeys.list({ clientId, archived }),
    queryFn: ({ signal }) => {
      const params = new URLSearchParams({
        ...(clientId && { client: clientId }),
        ...(archived && { archived: "1" }),
      });
      return ask(`/api/campaigns?${params}`, campaignList, { signal });
    },
    ...(first && { initialData: first }),
    staleTime: 5_000,
    // All clients are many questions to the network: they are asked less often than one.
    refetchInterval: clientId ? 10_000 : 20_000,
    placeholderData: keepPreviousData,
  });

/** A campaign's delivery, asked again while time goes on. */
export const deliveryQuery = (campaignId: string, first?: CampaignDelivery) =>
  queryOptions({
    queryKey: campaignKeys.delivery(campaignId),
    queryFn: ({ signal }) =>
      ask(`/api/campaigns/${campaignId}/delivery`, campaignDelivery, { signal }),
    ...(first && { initialData: first }),
    staleTime: 2_000,
    refetchInterval: 5_000,
  });

/** Who saw a campaign, split one way; the answer is the same until the next Sunday is over. */
export const partsQuery = (campaignId: string, by: PartName) =>
  queryOptions({
    queryKey: campaignKeys.parts(campaignId, by),
    queryFn: ({ signal }) =>
      ask("/api/campaigns/parts", campaignParts, { signal, body: { campaignId, by } }),
    staleTime: 60_000,
    retry: false,
  });

/** Whom a plan would go to. The last answer stays, dimmed, until the newest question has its own. */
export const previewQuery = (question: PreviewQuestion) =>
  queryOptions({
    queryKey: campaignKeys.preview(question),
    queryFn: ({ signal }) => ask("/api/campaigns/preview", planPreview, { signal, body: question }),
    enabled: question.audienceId !== "" && question.companyId !== "",
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  });
