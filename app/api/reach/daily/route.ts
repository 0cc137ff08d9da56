import { estimateInput } from "@/lib/audiences/estimate-audience";
import { estimateDailyReach } from "@/lib/audiences/estimate-daily-reach";
import { answerQuestion } from "@/lib/server/answer-question";

/** People a day's budget would reach, by budget, for the rules in the body `{clientId, rules}`. */
export const POST = (request: Request): Promise<Response> =>
  answerQuestion(request, estimateInput, (ctx, input) =>
    estimateDailyReach(ctx, input, { signal: request.signal }),
  );
