import { previewInput, previewPlan } from "@/lib/campaigns/preview-plan";
import { answerQuestion } from "@/lib/server/answer-question";

/** Whom a plan would go to. A question costs privacy budget, so it must come from a page of ours. */
export const POST = (request: Request): Promise<Response> =>
  answerQuestion(request, previewInput, (ctx, input) =>
    previewPlan(ctx, input, { signal: request.signal }),
  );
