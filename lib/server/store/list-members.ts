import { and, eq, inArray, sql } from "drizzle-orm";
import { companyOfList } from "@/lib/network/population/list-part";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { listMember, listRow } from "../db/schema/lists";
import { intsOf } from "../signals/load-people";

/** Notes who stands on a part of a list; the caller tells the engine in the same transaction. */
export async function standOn(
  tx: Database,
  part: string,
  members: readonly number[],
): Promise<void> {
  if (members.length === 0) return;
  await tx.execute(sql`
    insert into ${listMember} (part, member)
    select ${part}, unnest(${intsOf(members)}) on conflict do nothing`);
}

/** Takes a member off every list, or those of one company; answers what the engine is to be told in the same transaction. */
export async function takeOffLists(
  tx: Database,
  member: number,
  company: string | null,
): Promise<readonly MemberChange[]> {
  const rows = await tx
    .select({ part: listMember.part })
    .from(listMember)
    .where(eq(listMember.member, member));
  const parts = rows
    .map(({ part }) => part)
    .filter((part) => company === null || companyOfList(part) === company);
  if (parts.length > 0) {
    await tx
      .delete(listMember)
      .where(and(eq(listMember.member, member), inArray(listMember.part, parts)));
  }
  return parts.map((part) => ({ type: "company_removed", member, company: part }));
}

/** Nothing that is kept of lists names the member any more, uploads under way included. */
export async function forgetOnLists(tx: Database, member: number): Promise<void> {
  await tx.delete(listMember).where(eq(listMember.member, member));
  await tx.update(listRow).set({ member: null }).where(eq(listRow.member, member));
}
