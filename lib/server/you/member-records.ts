import "server-only";
import { asc, eq } from "drizzle-orm";
import { requireEvents } from "@/lib/network/consent/ledger/new-leaves";
import { madeEvents } from "@/lib/network/consent/made-events";
import type { MemberRecords } from "@/lib/network/consent/member-records";
import { yearOfDay } from "@/lib/network/population/age-band";
import { generateMembers } from "@/lib/network/population/generate-members";
import { companyOfList } from "@/lib/network/population/list-part";
import type { Member } from "@/lib/network/population/member";
import { memberAt } from "@/lib/network/population/member-at";
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
  engine: Pick<ChangeRecorder, "record" | "decide">,
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
      const listed = changes.filter(
        (change) => change.type === "company" && companyOfList(change.company) !== null,
      );
      if (listed.length > 0 && consentEvents.length === 0) {
        return engine.decide(async (tx) => {
          for (const change of listed) {
            if (change.type === "company") await standOn(tx, change.company, [member]);
          }
          return { changes, at, value: undefined };
        });
      }
      if (consentEvents.length === 0) return engine.record(changes, at);
      // What imported members came with is in the ledger since the import.
      const made = imported ? null : drawn(member);
      await engine.decide(async (tx) => {
        await appendEntries(tx, member, consentEvents, at, made ? madeEvents(made) : []);
        return { changes, at, value: null };
      });
    },
  };
}
