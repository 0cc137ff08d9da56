import { ageBandIn } from "@/lib/network/population/age-band";
import { birthYearAt } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { findPack } from "./packs";

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
export function inYear(
  db: Database,
  changes: readonly MemberChange[],
  year: number,
): Promise<readonly MemberChange[]> {
  return Promise.all(
    changes.map(async (change) => {
      if (change.type !== "moved") return change;
      const found = await findPack(db, change.member);
      if (!found) return change;
      const birthYear = birthYearAt(found.pack, change.member - found.first);
      return { ...change, ageBand: ageBandIn(birthYear, year) };
    }),
  );
}
