import { memberRecordsContract } from "@/lib/network/consent/member-records.contract";
import type { MemberChange } from "@/lib/network/reach/engine";
import { signalQuarantine } from "../db/schema/signals";
import { appendToLog, decideAndAppend, logEnd, readLog } from "../engines/member-log";
import { recordChanges } from "../engines/record-changes";
import { storesUnderTest } from "../store/testing";
import { memberRecords } from "./member-records";

for (const under of storesUnderTest()) {
  memberRecordsContract(`Members' records in ${under.name}`, async () => {
    const told: MemberChange[] = [];
    const db = await under.empty();
    const engine = recordChanges({
      append: (entries) => appendToLog(db, entries),
      decide: (work) => decideAndAppend(db, work),
      end: () => logEnd(db),
      read: (after) => readLog(db, async (changes) => changes, after),
      applyAll: async (changes) => void told.push(...changes),
      position: 0,
    });
    const facts = { seed: 1, members: 50, madeOn: 20_500, imported: false };
    const records = memberRecords(db, engine, facts);
    const hold = async (member: number, until: Date) =>
      void (await db.insert(signalQuarantine).values({ member, until }));
    return { records, told, hold, member: 3, other: 4, nobody: 50 };
  });
}
