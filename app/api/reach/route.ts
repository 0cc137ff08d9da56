import { estimateAudience, estimateInput } from "@/lib/audiences/estimate-audience";
import { answerQuestion } from "@/lib/server/answer-question";

/** People who fit the rules in the body `{clientId, rules}`. A question costs privacy budget, so it must come from a page of ours. */
export const POST = (request: Request): Promise<Response> =>
  answerQuestion(request, estimateInput, (ctx, input) =>
    estimateAudience(ctx, input, { signal: request.signal }),
  );
