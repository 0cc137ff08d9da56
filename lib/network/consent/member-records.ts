import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { ConsentEvent, LedgerEvent } from "./ledger/consent-event";

/** One thing that happened to a member, in the order it happened. */
export interface MemberEvent {
  readonly change: MemberChange;
  readonly at: Date;
}

/** Members one by one: as they were made, and what happened to each since. */
export interface MemberRecords {
  /** The member as made or imported; null when there is no such number. */
  getMade(member: number): Promise<Member | null>;
  /** Everything that happened to the member since, oldest first. */
  listEvents(member: number): Promise<readonly MemberEvent[]>;
  /** The member's events in the consent ledger, oldest first; none for synthetic members who never acted. */
  listConsentEvents(member: number): Promise<readonly LedgerEvent[]>;
  /** Until when the member is kept out of every audience and delivery, because their signals look like spam; null: they are not. */
  getHeldUntil(member: number): Promise<Date | null>;
  /**
   * Writes the changes down and appends the events to the consent ledger, one leaf each, in one transaction, and then puts the
   * changes into effect: resolved, no question asked and no impression delivered from now on is answered from the state
   * before. Of somebody who has left meanwhile nothing is written. All of it is about this one member; what a synthetic member came with enters before their first event.
   * @throws TypeError when consents change and no event says how.
   */
  record(
    member: number,
    changes: readonly MemberChange[],
    at: Date,
    consentEvents?: readonly ConsentEvent[],
  ): Promise<void>;
}
