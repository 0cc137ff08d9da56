import { type ConsentBits, consentBit } from "./consent-bits";
import { type Purpose, purposes, type Recipient, recipients } from "./purposes";

/** One purpose for one recipient: what a person says yes or no to. */
export interface ConsentKey {
  readonly purpose: Purpose;
  readonly recipient: Recipient;
}

export const everyConsent: readonly ConsentKey[] = purposes.flatMap((purpose) =>
  recipients.map((recipient) => ({ purpose, recipient })),
);

export const isGiven = (bits: ConsentBits, { purpose, recipient }: ConsentKey): boolean =>
  (bits & consentBit(purpose, recipient)) !== 0;

/** Everything that is in force. */
export const consentsOf = (bits: ConsentBits): readonly ConsentKey[] =>
  everyConsent.filter((key) => isGiven(bits, key));
