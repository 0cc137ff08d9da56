import { and, asc, between, eq, sql } from "drizzle-orm";
import { ageBandIn } from "@/lib/network/population/age-band";
import { birthYearAt, membersIn } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import type { Member } from "@/lib/network/population/member";
import type { MemberChange } from "@/lib/network/reach/engine";
import { memberAfter } from "@/lib/network/reach/member-after";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import type { RecordingEngine } from "../engines/open-engine";
import { listPacks } from "./packs";

type Engine = Pick<RecordingEngine, "applyAll" | "decide">;

/**
 * Moves everybody whose birthday year takes them into another age band from one year to another. Derived from birth years and told
 * to the engine only: a start in the new year computes the same from the packs, so nothing is written down. Each pack has its turn among
 * the changes that are written down, so that none which comes meanwhile is overwritten by what held before.
 */
export async function turnYear(
  db: Database,
  engine: Engine,
  from: number,
  to: number,
): Promise<void> {
  for await (const { first, pack } of listPacks(db)) {
    const count = membersIn(pack);
    const older = Array.from({ length: count }, (_, i) => i).filter((i) => {
      const born = birthYearAt(pack, i);
      return ageBandIn(born, from) !== ageBandIn(born, to);
    });
    const people = older.map((i) => memberOfPack(pack, i, first, to));
    await engine.decide(async (tx) => {
      const moves = await listMoves(tx, first, first + count - 1);
      await engine.applyAll(people.map((member) => aged(member, moves.get(member.number) ?? [])));
      return { changes: [], at: new Date(), value: null };
    });
  }
}

type Moved = Extract<MemberChange, { readonly type: "moved" }>;

/** Where the members of a pack have moved to since the import, oldest first. */
async function listMoves(
  db: Database,
  first: number,
  last: number,
): Promise<ReadonlyMap<number, readonly Moved[]>> {
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
  const moves = new Map<number, Moved[]>();
  for (const { change } of rows) {
    if (change.type !== "moved") continue;
    moves.set(change.member, [...(moves.get(change.member) ?? []), change]);
  }
  return moves;
}

/** The member's own cell as it is now, with the age of the new year; whoever is kept out as spam stays out. */
function aged(member: Member, moves: readonly Moved[]): Moved {
  const now = moves.reduce((one, change) => memberAfter(one, change) ?? one, member);
  const { country, gender, device, onSocial, region, language } = now;
  const { number } = member;
  const isHeld = moves.at(-1)?.held === true;
  return {
    type: "moved",
    member: number,
    ageBand: isHeld ? null : member.ageBand,
    gender,
    country,
    device,
    onSocial,
    region,
    language,
    ...(isHeld && { held: true }),
  };
}
