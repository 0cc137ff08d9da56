import type { NoticeInput } from "@/lib/network/consent/answer-notice";
import type { ConsentInput } from "@/lib/network/consent/set-consent";
import type { StopInput } from "@/lib/network/consent/stop-everything";
import type { Refusal, Result } from "@/lib/result";

type Answer = Promise<Result<unknown, Refusal>>;

/** What a member can do on their page; each is in effect when it answers. */
export interface MyActions {
  readonly stopEverything: (input: StopInput) => Answer;
  readonly setConsent: (input: ConsentInput) => Answer;
  readonly answerNotice: (input: NoticeInput) => Answer;
  readonly closeNotice: () => Answer;
  readonly noteShown: () => Answer;
  readonly removeSignal: (input: { readonly segment: string }) => Answer;
  readonly stopCompany: (input: { readonly company: string }) => Answer;
  readonly undo: () => Answer;
}
