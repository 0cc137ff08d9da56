import { replay } from "@/lib/network/consent/load-member";
import type { MemberEvent } from "@/lib/network/consent/member-records";
import type { Member } from "@/lib/network/population/member";
import type { KnownPerson } from "./known-facts";

/** A person from how they were made and what happened to them since, oldest first. */
export function knownPerson(made: Member, events: readonly MemberEvent[]): KnownPerson {
  const now = replay(made, events);
  const last = events.at(-1)?.at;
  return {
    now,
    at: (moment) =>
      !last || last <= moment
        ? now
        : replay(
            made,
            events.filter(({ at }) => at <= moment),
          ),
    removedAt: (segment) =>
      events.findLast(
        ({ change }) =>
          change.type === "signals_cleared" ||
          (change.type === "signal_removed" && change.segment === segment),
      )?.at ?? null,
  };
}
