import { answerQuestion } from "@/lib/server/answer-question";
import { askByHand, byHandInput } from "@/lib/server/ask-by-hand";

/** A call of the ad API that a person fills in by hand, with the agency's own token: like a token, it may change things. */
export const POST = (request: Request): Promise<Response> =>
  answerQuestion(request, byHandInput, askByHand);
