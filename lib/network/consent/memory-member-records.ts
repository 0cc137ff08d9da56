import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { MemberEvent, MemberRecords } from "./member-records";

/** Members in memory, for tests; `apply` is the engine's. */
export function memoryMemberRecords(
  made: readonly Member[],
  apply: (change: MemberChange) => Promise<void> = async () => {},
): MemberRecords {
  const events = new Map<number, MemberEvent[]>();
  return {
    getMade: async (number) => made.find((member) => member.number === number) ?? null,
    listEvents: async (number) => [...(events.get(number) ?? [])],
    record: async (number, changes, at) => {
      const own = changes.map((change) => ({ change, at }));
      events.set(number, [...(events.get(number) ?? []), ...own]);
      for (const change of changes) await apply(change);
    },
  };
}
