import type { ConsentInput } from "@/lib/network/consent/set-consent";
import type { Refusal, Result } from "@/lib/result";

type Answer = Promise<Result<unknown, Refusal>>;

/** What a member can do on their page; each is in effect when it answers. */
export interface MyActions {
  readonly stopEverything: () => Answer;
  readonly setConsent: (input: ConsentInput) => Answer;
  readonly removeSignal: (input: { readonly segment: string }) => Answer;
  readonly undo: () => Answer;
}
