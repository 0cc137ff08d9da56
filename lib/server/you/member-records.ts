import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { requireEvents } from "@/lib/network/consent/ledger/new-leaves";
import { madeEvents } from "@/lib/network/consent/made-events";
import type { MemberRecords } from "@/lib/network/consent/member-records";
import { yearOfDay } from "@/lib/network/population/age-band";
import { generateMembers } from "@/lib/network/population/generate-members";
import { companyOfList } from "@/lib/network/population/list-part";
import type { Member } from "@/lib/network/population/member";
import { memberAt } from "@/lib/network/population/member-at";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import { signalQuarantine } from "../db/schema/signals";
import type { ChangeRecorder } from "../engines/record-changes";
import { findImported, inYear } from "../import/imported-people";
import { appendEntries, listEntries } from "../ledger/entries";
import { dayNumber, type PopulationFacts } from "../population-facts";
import { standOn } from "../store/list-members";

/**
 * Members one by one: imported ones from their packs, as old as they are this year, synthetic ones drawn again from the seed; what
 * happened to them is in the database's log, and what they said about their consents in the ledger.
 */
export function memberRecords(
  db: Database,
  engine: Pick<ChangeRecorder, "decide">,
  { seed, members, madeOn, imported }: PopulationFacts,
): MemberRecords {
  const thisYear = () => yearOfDay(dayNumber(new Date()));
  const drawn = (number: number): Member | null =>
    Number.isInteger(number) && number >= 0 && number < members
      ? memberAt(generateMembers({ seed, first: number, count: 1, today: madeOn }), 0)
      : null;
  return {
    async getMade(number) {
      if (!imported) return drawn(number);
      const exists = Number.isInteger(number) && number >= 0 && number < members;
      return exists ? findImported(db, number, thisYear()) : null;
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

    listConsentEvents: (number) => listEntries(db, number),

    async getHeldUntil(number) {
      const [held] = await db
        .select({ until: signalQuarantine.until })
        .from(signalQuarantine)
        .where(eq(signalQuarantine.member, number));
      return held?.until ?? null;
    },

    async record(member, changes, at, consentEvents = []) {
      requireEvents(changes, consentEvents);
      // What imported members came with is in the ledger since the import.
      const made = imported ? null : drawn(member);
      await engine.decide(async (tx) => {
        if (await hasLeft(tx, member)) return { changes: [], at, value: null };
        for (const part of partsIn(changes)) await standOn(tx, part, [member]);
        if (consentEvents.length > 0) {
          await appendEntries(tx, member, consentEvents, at, made ? madeEvents(made) : []);
        }
        return { changes, at, value: null };
      });
    },
  };
}

/** Lists that somebody is back on by taking back that they stopped a company. */
const partsIn = (changes: readonly MemberChange[]): readonly string[] =>
  changes.flatMap((change) =>
    change.type === "company" && companyOfList(change.company) !== null ? [change.company] : [],
  );

async function hasLeft(tx: Database, member: number): Promise<boolean> {
  const isLeft = sql`${memberEvent.change} ->> 'type' = 'left'`;
  const rows = await tx
    .select({ one: sql`1` })
    .from(memberEvent)
    .where(and(eq(memberEvent.member, member), isLeft))
    .limit(1);
  return rows.length > 0;
}
