import { type ConsentBits, consentBit } from "./consent-bits";
import { type Purpose, type Recipient, recipients } from "./purposes";

/**
 * What the decision needs to know of a person at the moment that is asked about: now for a question or an impression, then for
 * something that happened earlier (`replay` of what had happened to them). No consent ends by the mere passing of time: no
 * notice says so, and the ledger's `expired` stands ready for one that does.
 */
export interface ConsentingPerson {
  /** Consents in force at that moment. */
  readonly consent: ConsentBits;
  /** null: under 18 or age unknown. */
  readonly ageBand: string | null;
}

/**
 * The one decision whether something may be done with a person's data for a purpose by a recipient, read when an audience is
 * evaluated and again when an impression is delivered. Under 18 or of unknown age: never.
 */
export const mayUse = (person: ConsentingPerson, purpose: Purpose, recipient: Recipient): boolean =>
  person.ageBand !== null && (person.consent & consentBit(purpose, recipient)) !== 0;

/**
 * Whether a person counts in an audience: for at least one recipient of the placements (none named: any) they said yes to
 * relevant ads, and for that same one to known companies when the audience asks about a relationship.
 */
export function mayCount(
  person: ConsentingPerson,
  placements: readonly Recipient[],
  asksAboutCompanies: boolean,
): boolean {
  const among = placements.length === 0 ? recipients : placements;
  return among.some(
    (recipient) =>
      mayUse(person, "relevant_ads", recipient) &&
      (!asksAboutCompanies || mayUse(person, "known_companies", recipient)),
  );
}
