import { overlapAudiences, overlapInput } from "@/lib/audiences/overlap-audiences";
import { answerQuestion } from "@/lib/server/answer-question";

/** How the audiences in the body `{clientId, audienceIds}` overlap. Costs privacy budget, so it must come from a page of ours. */
export const POST = (request: Request): Promise<Response> =>
  answerQuestion(request, overlapInput, (ctx, input) =>
    overlapAudiences(ctx, input, { signal: request.signal }),
  );
