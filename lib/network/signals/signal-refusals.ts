/** Why one signal is refused while the rest of its batch is kept. A sentence never repeats what was sent. */
export const signalRefusals = {
  malformed:
    "The event is not written as docs/signals.md says: a field is missing, misspelt or has a value it cannot have.",
  unknown_segment: "The taxonomy has no segment with this id.",
  forbidden_segment: "This segment is never collected, whatever anybody agreed to.",
  unknown_member: "There is no such person in the network, or not any more.",
  under_age: "The person is under 18 or of unknown age.",
  wrong_purpose: "Signals are taken for the purpose relevant_ads only.",
  no_consent: "The person had not agreed to relevant ads for this recipient when it happened.",
  consent_ended: "The person has withdrawn the consent since, or it has run out.",
  unknown_notice: "There is no notice of this version that a consent could rest on.",
  removed_by_member: "The person has removed this interest since.",
  from_the_future: "The event lies ahead of the network's clock.",
  too_old: "The event is older than 180 days.",
  duplicate_in_batch: "An event with this id stands earlier in the batch.",
  id_reused: "An event with this id and another content was sent before.",
  spam: "There are more signals of this person than a person gives; they are kept out for a day.",
} as const;
export type SignalRefusalCode = keyof typeof signalRefusals;

export interface RefusedSignal {
  /** Place in the batch, from 0. */
  readonly index: number;
  /** null: it had none that can be said. */
  readonly id: string | null;
  readonly code: SignalRefusalCode;
  readonly message: string;
}

export const refusedSignal = (
  index: number,
  id: string | null,
  code: SignalRefusalCode,
): RefusedSignal => ({ index, id, code, message: signalRefusals[code] });
