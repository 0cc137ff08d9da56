import { type Purpose, purposes, type Recipient, recipients } from "./purposes";

/** A member's consents in force, one bit per purpose and recipient. */
export type ConsentBits = number;

/** Bit purposeIndex * 3 + recipientIndex, as stored in member columns. */
export const consentBit = (purpose: Purpose, recipient: Recipient): ConsentBits =>
  1 << (purposes.indexOf(purpose) * recipients.length + recipients.indexOf(recipient));

/** The bits after one consent is given or withdrawn. */
export const withConsent = (
  consent: ConsentBits,
  purpose: Purpose,
  recipient: Recipient,
  given: boolean,
): ConsentBits =>
  given ? consent | consentBit(purpose, recipient) : consent & ~consentBit(purpose, recipient);
