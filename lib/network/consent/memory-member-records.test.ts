import { aMember } from "@/lib/network/population/testing";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberRecordsContract } from "./member-records.contract";
import { memoryMemberRecords } from "./memory-member-records";

memberRecordsContract("Members' records in memory", async () => {
  const told: MemberChange[] = [];
  const people = [aMember({ number: 3 }), aMember({ number: 4 })];
  const held = new Map<number, Date>();
  const apply = async (change: MemberChange) => void told.push(change);
  const records = memoryMemberRecords(people, apply, held);
  const hold = async (member: number, until: Date) => void held.set(member, until);
  return { records, told, hold, member: 3, other: 4, nobody: 99 };
});
