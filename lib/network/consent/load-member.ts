import type { Member } from "@/lib/network/population/member";
import { memberAfter } from "@/lib/network/reach/member-after";
import { ok, type Result, refuse } from "@/lib/result";
import type { LedgerEvent } from "./ledger/consent-event";
import type { MemberEvent, MemberRecords } from "./member-records";

export interface MyContext {
  readonly members: MemberRecords;
  /** The member who is signed in: every verb is about them and nobody else. */
  readonly member: number;
  readonly now: () => Date;
  /** The request carries Global Privacy Control (`gpcIsOn`). */
  readonly gpc: boolean;
}

export type NoMember = { readonly code: "not_found"; readonly message: string };

export interface LoadedMember {
  readonly made: Member;
  readonly now: Member;
  readonly events: readonly MemberEvent[];
  readonly consentEvents: readonly LedgerEvent[];
}

/** A member after some of what happened to them; null once they have left. That they are kept out as spam changes nothing about them. */
export function replay(made: Member, events: readonly MemberEvent[]): Member | null {
  return events.reduce<Member | null>((member, { change }) => {
    if (change.type === "moved" && change.held) return member;
    return member && memberAfter(member, change);
  }, made);
}

/** The signed-in member as they are now. Refuses when there is no such member, or when they have left. */
export async function loadMember(ctx: MyContext): Promise<Result<LoadedMember, NoMember>> {
  const [made, events, consentEvents] = await Promise.all([
    ctx.members.getMade(ctx.member),
    ctx.members.listEvents(ctx.member),
    ctx.members.listConsentEvents(ctx.member),
  ]);
  const now = made && replay(made, events);
  if (!made || !now) return refuse("not_found", "There is no such member any more.");
  return ok({ made, now, events, consentEvents });
}
