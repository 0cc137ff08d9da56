import { getCampaignDelivery } from "@/lib/campaigns/get-campaign-delivery";
import { answer, signedOut } from "@/lib/server/answer";
import { handlerContext } from "@/lib/server/request-context";

/** Settled days, today's projection and totals of one campaign; asked again every few seconds by its page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ campaignId: string }> },
): Promise<Response> {
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const { campaignId } = await params;
  return answer(await getCampaignDelivery(ctx, campaignId, { signal: request.signal }));
}
