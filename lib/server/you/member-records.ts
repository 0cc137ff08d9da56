import "server-only";
import { asc, eq } from "drizzle-orm";
import type { MemberRecords } from "@/lib/network/consent/member-records";
import { generateMembers } from "@/lib/network/population/generate-members";
import { memberAt } from "@/lib/network/population/member-at";
import type { ReachEngine } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import type { PopulationFacts } from "../population-facts";

/** Synthetic members, drawn again one by one from the seed; what happened to them is in the database's log. */
export function memberRecords(
  db: Database,
  engine: Pick<ReachEngine, "apply">,
  { seed, members, madeOn }: Pick<PopulationFacts, "seed" | "members" | "madeOn">,
): MemberRecords {
  return {
    async getMade(number) {
      if (!Number.isInteger(number) || number < 0 || number >= members) return null;
      return memberAt(generateMembers({ seed, first: number, count: 1, today: madeOn }), 0);
    },

    listEvents: (number) =>
      db
        .select({ change: memberEvent.change, at: memberEvent.at })
        .from(memberEvent)
        .where(eq(memberEvent.member, number))
        .orderBy(asc(memberEvent.seq)),

    async record(number, changes, at) {
      await db
        .insert(memberEvent)
        .values(changes.map((change) => ({ member: number, change, at })));
      // The log is the truth: were the process to die here, the next start replays it.
      for (const change of changes) await engine.apply(change);
    },
  };
}
