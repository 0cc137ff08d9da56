import { randomBytes } from "node:crypto";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { LedgerEvent } from "./ledger/consent-event";
import { subjectKeyBytes } from "./ledger/leaf";
import { newLeaves, requireEvents } from "./ledger/new-leaves";
import { madeEvents } from "./made-events";
import type { MemberEvent, MemberRecords } from "./member-records";

/** Members in memory, for tests; `apply` is the engine's. */
export function memoryMemberRecords(
  made: readonly Member[],
  apply: (change: MemberChange) => Promise<void> = async () => {},
  heldUntil: ReadonlyMap<number, Date> = new Map(),
): MemberRecords {
  const events = new Map<number, MemberEvent[]>();
  const ledger = new Map<number, LedgerEvent[]>();
  let size = 0;
  return {
    getMade: async (number) => made.find((member) => member.number === number) ?? null,
    listEvents: async (number) => [...(events.get(number) ?? [])],
    listConsentEvents: async (number) => [...(ledger.get(number) ?? [])],
    getHeldUntil: async (number) => heldUntil.get(number) ?? null,
    record: async (number, changes, at, consentEvents = []) => {
      requireEvents(changes, consentEvents);
      if (events.get(number)?.some(({ change }) => change.type === "left")) return;
      const own = changes.map((change) => ({ change, at }));
      events.set(number, [...(events.get(number) ?? []), ...own]);
      if (consentEvents.length > 0) {
        const before = ledger.get(number);
        const member = made.find((one) => one.number === number);
        const came = before || !member ? [] : madeEvents(member);
        const key = randomBytes(subjectKeyBytes);
        const added = newLeaves(key, size, [...came, ...consentEvents], at);
        size += added.length;
        ledger.set(number, [...(before ?? []), ...added.map(({ event }) => event)]);
      }
      for (const change of changes) await apply(change);
    },
  };
}
