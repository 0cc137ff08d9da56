import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { asc, desc, gt, lte } from "drizzle-orm";
import { type MemberPack, unpackMembers } from "@/lib/network/population/import/member-pack";
import type { Database } from "../db/database";
import { memberPack } from "../db/schema/members";

const inflate = promisify(inflateRaw);

export interface StoredPack {
  /** The number of its first member. */
  readonly first: number;
  readonly pack: MemberPack;
}

type Row = typeof memberPack.$inferSelect;

const open = async ({ firstMember, packed }: Row): Promise<StoredPack> => ({
  first: firstMember,
  pack: unpackMembers(await inflate(packed)),
});

/** The pack that holds a member; null when none does. */
export async function findPack(db: Database, member: number): Promise<StoredPack | null> {
  const [row] = await db
    .select()
    .from(memberPack)
    .where(lte(memberPack.firstMember, member))
    .orderBy(desc(memberPack.firstMember))
    .limit(1);
  return row && member < row.firstMember + row.members ? open(row) : null;
}

/** All packs in the order of their numbers, one at a time. */
export async function* listPacks(db: Database): AsyncGenerator<StoredPack> {
  for (let after = -1; ; ) {
    const [row] = await db
      .select()
      .from(memberPack)
      .where(gt(memberPack.firstMember, after))
      .orderBy(asc(memberPack.firstMember))
      .limit(1);
    if (!row) return;
    yield await open(row);
    after = row.firstMember;
  }
}
