import { and, asc, between, eq, sql } from "drizzle-orm";
import { ageBandIn } from "@/lib/network/population/age-band";
import { birthYearAt, membersIn } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberAfter } from "@/lib/network/reach/member-after";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import { listPacks } from "./packs";

/**
 * Moves everybody whose birthday year takes them into another age band from one year to another. Derived from birth years and told
 * to the engine only: a start in the new year computes the same from the packs, so nothing is written down.
 */
export async function turnYear(
  db: Database,
  applyAll: (changes: readonly MemberChange[]) => Promise<void>,
  from: number,
  to: number,
): Promise<void> {
  for await (const { first, pack } of listPacks(db)) {
    const count = membersIn(pack);
    const older = Array.from({ length: count }, (_, i) => i).filter((i) => {
      const born = birthYearAt(pack, i);
      return ageBandIn(born, from) !== ageBandIn(born, to);
    });
    const moves = await listMoves(db, first, first + count - 1);
    const people = older.map((i) => memberOfPack(pack, i, first, to));
    await applyAll(people.map((member) => aged(member, moves.get(member.number) ?? [])));
  }
}

type Moved = Extract<MemberChange, { readonly type: "moved" }>;

/** Where the members of a pack have moved to since the import, oldest first. */
async function listMoves(
  db: Database,
  first: number,
  last: number,
): Promise<ReadonlyMap<number, readonly MemberChange[]>> {
  const rows = await db
    .select({ change: memberEvent.change })
    .from(memberEvent)
    .where(
      and(
        between(memberEvent.member, first, last),
        eq(sql`${memberEvent.change} ->> 'type'`, "moved"),
      ),
    )
    .orderBy(asc(memberEvent.seq));
  const moves = new Map<number, MemberChange[]>();
  for (const { change } of rows) {
    moves.set(change.member, [...(moves.get(change.member) ?? []), change]);
  }
  return moves;
}

/** The member's own cell as it is now, with the age of the new year. */
function aged(member: Member, moves: readonly MemberChange[]): Moved {
  const now = moves.reduce((one, change) => memberAfter(one, change) ?? one, member);
  const { country, gender, device, onSocial, region, language } = now;
  const { number, ageBand } = member;
  return {
    type: "moved",
    member: number,
    ageBand,
    gender,
    country,
    device,
    onSocial,
    region,
    language,
  };
}
