import { ageBandIn } from "@/lib/network/population/age-band";
import { birthYearAt, membersIn } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { findPack, type StoredPack } from "./packs";

/** One imported member, as old as they are in `year`; null when no import brought that number. */
export async function findImported(
  db: Database,
  member: number,
  year: number,
): Promise<Member | null> {
  const found = await findPack(db, member);
  return found && memberOfPack(found.pack, member - found.first, found.first, year);
}

/**
 * Changes as they hold in `year`: one that was written down in an earlier year carries the age band of then, and an imported
 * member's age follows from their birth year. Others' changes stay as they are.
 */
export async function inYear(
  db: Database,
  changes: readonly MemberChange[],
  year: number,
): Promise<readonly MemberChange[]> {
  const moved = changes.flatMap((change) =>
    change.type === "moved" && !change.held ? [change.member] : [],
  );
  if (moved.length === 0) return changes;
  const born = await listBirthYears(db, new Set(moved));
  return changes.map((change) => {
    const birthYear = change.type === "moved" && !change.held ? born.get(change.member) : undefined;
    return birthYear === undefined ? change : { ...change, ageBand: ageBandIn(birthYear, year) };
  });
}

/** Birth years of those of the members whom an import brought; a pack is opened once. */
async function listBirthYears(
  db: Database,
  members: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number | null>> {
  const born = new Map<number, number | null>();
  let found: StoredPack | null = null;
  for (const member of [...members].sort((a, b) => a - b)) {
    if (!found || member >= found.first + membersIn(found.pack)) found = await findPack(db, member);
    if (found) born.set(member, birthYearAt(found.pack, member - found.first));
  }
  return born;
}
