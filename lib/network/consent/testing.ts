import type { Member } from "@/lib/network/population/member";
import type { MemberEraser } from "./delete-everything";
import { getMyData, type MyData } from "./get-my-data";
import type { MyContext } from "./load-member";
import { memoryMemberRecords } from "./memory-member-records";

type Allowing = Pick<MemberEraser, "allowCompany">;

/** Members in memory, and a way to be one of them; each look at the clock is a second later. */
export function membersAtHome(people: readonly Member[]) {
  const members = memoryMemberRecords(people);
  let seconds = 0;
  /** Companies whose lists may match somebody again. */
  const allowed: string[] = [];
  const allowCompany = async (member: number, company: string) =>
    void allowed.push(`${member} ${company}`);
  const as = (member: number, gpc = false): MyContext & { readonly eraser: Allowing } => ({
    ...{ members, member, gpc, eraser: { allowCompany } },
    now: () => new Date(Date.UTC(2026, 8, 20) + ++seconds * 1000),
  });
  return { members, as, allowed };
}

export async function mine(ctx: MyContext): Promise<MyData> {
  const data = await getMyData(ctx);
  if (!data.ok) throw new Error(data.error.message);
  return data.value;
}
