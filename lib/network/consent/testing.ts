import type { Member } from "@/lib/network/population/member";
import { getMyData, type MyData } from "./get-my-data";
import type { MyContext } from "./load-member";
import { memoryMemberRecords } from "./memory-member-records";

/** Members in memory, and a way to be one of them; each look at the clock is a second later. */
export function membersAtHome(people: readonly Member[]) {
  const members = memoryMemberRecords(people);
  let seconds = 0;
  const as = (member: number, gpc = false): MyContext => ({
    ...{ members, member, gpc },
    now: () => new Date(Date.UTC(2026, 8, 20) + ++seconds * 1000),
  });
  return { members, as };
}

export async function mine(ctx: MyContext): Promise<MyData> {
  const data = await getMyData(ctx);
  if (!data.ok) throw new Error(data.error.message);
  return data.value;
}
