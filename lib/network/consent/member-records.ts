import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";

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
  /**
   * Writes the changes down in one transaction and then puts them into effect: resolved, no question asked and no
   * impression delivered from now on is answered from the state before. All changes are of this one member.
   */
  record(member: number, changes: readonly MemberChange[], at: Date): Promise<void>;
}
