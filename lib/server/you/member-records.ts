import "server-only";
import { asc, eq } from "drizzle-orm";
import type { MemberRecords } from "@/lib/network/consent/member-records";
import { yearOfDay } from "@/lib/network/population/age-band";
import { generateMembers } from "@/lib/network/population/generate-members";
import { memberAt } from "@/lib/network/population/member-at";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import type { ChangeRecorder } from "../engines/record-changes";
import { findImported, inYear } from "../import/imported-people";
import { dayNumber, type PopulationFacts } from "../population-facts";

/**
 * Members one by one: imported ones from their packs, as old as they are this year, synthetic ones drawn again from the seed; what
 * happened to them is in the database's log.
 */
export function memberRecords(
  db: Database,
  engine: Pick<ChangeRecorder, "record">,
  { seed, members, madeOn, imported }: PopulationFacts,
): MemberRecords {
  const thisYear = () => yearOfDay(dayNumber(new Date()));
  return {
    async getMade(number) {
      if (!Number.isInteger(number) || number < 0 || number >= members) return null;
      if (imported) return findImported(db, number, thisYear());
      return memberAt(generateMembers({ seed, first: number, count: 1, today: madeOn }), 0);
    },

    async listEvents(number) {
      const events = await db
        .select({ change: memberEvent.change, at: memberEvent.at })
        .from(memberEvent)
        .where(eq(memberEvent.member, number))
        .orderBy(asc(memberEvent.seq));
      if (!imported) return events;
      const changes = await inYear(
        db,
        events.map(({ change }) => change),
        thisYear(),
      );
      return events.map((event, i) => ({ ...event, change: changes[i] ?? event.change }));
    },

    record: (_, changes, at) => engine.record(changes, at),
  };
}
