import type { MemberChange } from "@/lib/network/reach/engine";
import { noticeSha256 } from "../notices/find-notice";
import { type ConsentEvent, detailsOf, type LedgerEvent } from "./consent-event";
import { hashEvent, pseudonymOf, type SubjectKey } from "./leaf";
import { sealDetails } from "./sealed-details";
import type { Hash } from "./tree-hash";

/** An event on its way into the ledger. */
export interface NewLeaf {
  readonly event: LedgerEvent;
  readonly subject: string;
  readonly hash: Hash;
  readonly sealed: Uint8Array;
}

/** One person's events as the leaves from `first` on. */
export function newLeaves(
  key: SubjectKey,
  first: number,
  events: readonly ConsentEvent[],
  at: Date,
): readonly NewLeaf[] {
  const subject = pseudonymOf(key);
  return events.map((event, i) => {
    const leaf = first + i;
    const details = detailsOf(event, at, noticeSha256(event.notice, event.language));
    return {
      event: { ...details, leaf },
      subject,
      hash: hashEvent(key, subject, leaf, details),
      sealed: sealDetails(key, leaf, details),
    };
  });
}

/** @throws TypeError when consents change and no event says how: nothing about a consent happens outside the ledger. */
export function requireEvents(
  changes: readonly MemberChange[],
  events: readonly ConsentEvent[],
): void {
  for (const change of changes) {
    if (change.type !== "consent") continue;
    const { purpose, recipient, given } = change;
    const said = events.some(
      ({ type, purpose: about, recipients }) =>
        about === purpose && recipients.includes(recipient) && (type === "given") === given,
    );
    if (!said) throw new TypeError(`A change of ${purpose} for ${recipient} needs its event.`);
  }
}
