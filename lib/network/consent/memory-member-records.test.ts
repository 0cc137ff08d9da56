import { aMember } from "@/lib/network/population/testing";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberRecordsContract } from "./member-records.contract";
import { memoryMemberRecords } from "./memory-member-records";

memberRecordsContract("Members' records in memory", async () => {
  const told: MemberChange[] = [];
  const people = [aMember({ number: 3 }), aMember({ number: 4 })];
  const records = memoryMemberRecords(people, async (change) => {
    told.push(change);
  });
  return { records, told, member: 3, other: 4, nobody: 99 };
});
