import type { ConsentBits } from "./consent-bits";
import { type ConsentKey, everyConsent, isGiven } from "./consents-of";
import type { LedgerEvent } from "./ledger/consent-event";
import { madeUnder } from "./made-events";
import { meaningOf } from "./notices/meaning-of";
import type { Recipient } from "./purposes";

/** What a person last answered about one purpose for one recipient. */
export interface ConsentAnswer extends ConsentKey {
  readonly answer: "given" | "refused" | "withdrawn";
  /** Version and language of the notice they answered to. */
  readonly notice: string;
  readonly language: string | null;
}

/**
 * What a person has answered, by the ledger; who has nothing there answered yes to what they came with. Being asked is no answer,
 * and an expired consent is none any more.
 */
export function consentAnswers(
  events: readonly LedgerEvent[],
  made: ConsentBits,
): readonly ConsentAnswer[] {
  return everyConsent.flatMap((key) => {
    const last = events.findLast(
      ({ type, purpose, recipients }) =>
        type !== "requested" && purpose === key.purpose && recipients.includes(key.recipient),
    );
    if (last) {
      const { type: answer, notice, language } = last;
      if (answer === "expired" || answer === "requested") return [];
      return [{ ...key, answer, notice, language }];
    }
    if (events.length > 0 || !isGiven(made, key)) return [];
    return [{ ...key, answer: "given" as const, notice: madeUnder, language: null }];
  });
}

/**
 * What the notice must ask: each purpose for each recipient that the person uses and has not answered since the purpose came to
 * mean what it means now. A no is an answer like a yes; silence is none.
 */
export const needsAsking = (
  answers: readonly ConsentAnswer[],
  notice: string,
  uses: readonly Recipient[],
): readonly ConsentKey[] =>
  everyConsent.filter(
    ({ purpose, recipient }) =>
      uses.includes(recipient) &&
      !answers.some(
        (one) =>
          one.purpose === purpose &&
          one.recipient === recipient &&
          meaningOf(one.notice, purpose) === meaningOf(notice, purpose),
      ),
  );
