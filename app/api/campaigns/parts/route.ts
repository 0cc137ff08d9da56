import { getCampaignParts, partsInput } from "@/lib/campaigns/get-campaign-parts";
import { answerQuestion } from "@/lib/server/answer-question";

/** Who saw a campaign, split one way. A new split costs privacy budget, so it must be asked by a page of ours. */
export const POST = (request: Request): Promise<Response> =>
  answerQuestion(request, partsInput, (ctx, input) =>
    getCampaignParts(ctx, input, { signal: request.signal }),
  );
