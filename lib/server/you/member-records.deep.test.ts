import { memberRecordsContract } from "@/lib/network/consent/member-records.contract";
import type { MemberChange } from "@/lib/network/reach/engine";
import { storesUnderTest } from "../store/testing";
import { memberRecords } from "./member-records";

for (const under of storesUnderTest()) {
  memberRecordsContract(`Members' records in ${under.name}`, async () => {
    const told: MemberChange[] = [];
    const engine = {
      apply: async (change: MemberChange) => {
        told.push(change);
      },
    };
    const facts = { seed: 1, members: 50, madeOn: 20_500, imported: false };
    const records = memberRecords(await under.empty(), engine, facts);
    return { records, told, member: 3, other: 4, nobody: 50 };
  });
}
