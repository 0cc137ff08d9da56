import { createHmac } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import type { EventDetails } from "./consent-event";
import { type Hash, hashLeaf } from "./tree-hash";

/** Random bytes of one person, kept apart from everything else; without them nothing of theirs in the ledger can be read or tied to them. */
export type SubjectKey = Uint8Array;
export const subjectKeyBytes = 16;
/** Openings have one length, without which one commitment could be opened in two ways. */
export const openingBytes = 32;

const derive = (key: Uint8Array, what: string): Buffer =>
  createHmac("sha256", key).update(`nod/consent-ledger/v1/${what}`).digest();

/** The person's name in the ledger, hex: the same for all their events. */
export const pseudonymOf = (key: SubjectKey): string => derive(key, "pseudonym").toString("hex");

/** What opens the commitment of one leaf and of no other: it stands in the receipt, the subject's key never does. */
export const openingOf = (key: SubjectKey, leaf: number): Uint8Array =>
  derive(key, `opening/${leaf}`);

/** The key under which the details of the person's events are kept. */
export const sealKeyOf = (key: SubjectKey): Uint8Array => derive(key, "details");

/**
 * HMAC-SHA256(opening, canonical JSON of the details), hex: who knows the opening can check the details, who does not learns nothing,
 * and nobody can open it to anything else.
 */
export const commitTo = (opening: Uint8Array, details: EventDetails): string =>
  createHmac("sha256", opening).update(canonicalJson(details)).digest("hex");

/** The bytes of a leaf: canonical JSON of the pseudonym and the commitment, both hex. */
export const leafData = (subject: string, commitment: string): string =>
  `{"commitment":"${commitment}","ledger":"nod-consent/1","subject":"${subject}"}`;

export const leafHashOf = (data: string): Hash => hashLeaf(Buffer.from(data, "utf8"));

/** Hash of the leaf of one event at its place in the ledger. */
export function hashEvent(
  key: SubjectKey,
  subject: string,
  leaf: number,
  details: EventDetails,
): Hash {
  return leafHashOf(leafData(subject, commitTo(openingOf(key, leaf), details)));
}

/** The pseudonym in a leaf's bytes; null when they are no leaf's. */
export function subjectOf(data: string): string | null {
  const found = data.match(
    /^\{"commitment":"[0-9a-f]{64}","ledger":"nod-consent\/1","subject":"([0-9a-f]{64})"\}$/,
  );
  return found?.[1] ?? null;
}
