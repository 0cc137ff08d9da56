import { asc, sql } from "drizzle-orm";
import type { MemberEvent } from "@/lib/network/consent/member-records";
import { yearOfDay } from "@/lib/network/population/age-band";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersIn } from "@/lib/network/population/import/member-pack";
import { memberOfPack } from "@/lib/network/population/import/packed-member";
import type { Member } from "@/lib/network/population/member";
import { memberAt } from "@/lib/network/population/member-at";
import type { KnownPerson } from "@/lib/network/signals/known-facts";
import { knownPerson } from "@/lib/network/signals/known-person";
import type { Database } from "../db/database";
import { memberIdentity } from "../db/schema/members";
import { memberEvent } from "../db/schema/network";
import { inYear } from "../import/imported-people";
import { findPack } from "../import/packs";
import { dayNumber, type PopulationFacts } from "../population-facts";

/** Many numbers as one parameter. */
export const intsOf = (numbers: readonly number[]) => sql`${`{${numbers.join(",")}}`}::int[]`;

type Ref = string | number;

/** The people whom a batch names, by how it names them; whoever is not known is left out. */
export async function loadPeople(
  tx: Database,
  facts: PopulationFacts,
  refs: readonly Ref[],
): Promise<ReadonlyMap<Ref, KnownPerson>> {
  const numbers = await numbersOf(tx, facts, [...new Set(refs)]);
  const known = await peopleByNumber(tx, facts, [...new Set(numbers.values())]);
  const people = new Map<Ref, KnownPerson>();
  for (const [ref, number] of numbers) {
    const person = known.get(number);
    if (person) people.set(ref, person);
  }
  return people;
}

/** People by their numbers, which must be given out. */
export async function peopleByNumber(
  tx: Database,
  facts: PopulationFacts,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, KnownPerson>> {
  const made = await madeMembers(tx, facts, numbers);
  const events = await eventsOf(tx, facts, [...made.keys()]);
  return new Map(
    [...made].map(([number, member]) => [number, knownPerson(member, events.get(number) ?? [])]),
  );
}

/** Imported members go by the app's ids, synthetic ones by their numbers. */
async function numbersOf(
  tx: Database,
  { imported, members }: PopulationFacts,
  refs: readonly Ref[],
): Promise<ReadonlyMap<Ref, number>> {
  if (!imported) {
    const numbers = refs.filter((ref): ref is number => typeof ref === "number" && ref < members);
    return new Map(numbers.map((number) => [number, number]));
  }
  // Ids hold no line ends (signal-event.ts).
  const ids = refs.filter((ref): ref is string => typeof ref === "string").join("\n");
  if (ids === "") return new Map();
  const rows = await tx
    .select({ id: memberIdentity.externalId, member: memberIdentity.member })
    .from(memberIdentity)
    .where(sql`${memberIdentity.externalId} = any(string_to_array(${ids}, E'\\n'))`);
  return new Map(rows.map(({ id, member }) => [id, member]));
}

export async function madeMembers(
  tx: Database,
  { imported, seed, madeOn }: PopulationFacts,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Member>> {
  const ascending = [...numbers].sort((a, b) => a - b);
  if (!imported) {
    const batchOf = (first: number) => generateMembers({ seed, first, count: 1, today: madeOn });
    return new Map(ascending.map((number) => [number, memberAt(batchOf(number), 0)]));
  }
  const made = new Map<number, Member>();
  const year = yearOfDay(dayNumber(new Date()));
  for (let next = ascending[0]; next !== undefined; next = ascending[made.size]) {
    const found = await findPack(tx, next);
    if (!found) throw new Error("A member has an identity and stands in no pack.");
    const { first, pack } = found;
    const end = first + membersIn(pack);
    for (let one = ascending[made.size]; one !== undefined && one < end; ) {
      made.set(one, memberOfPack(pack, one - first, first, year));
      one = ascending[made.size];
    }
  }
  return made;
}

async function eventsOf(
  tx: Database,
  { imported }: PopulationFacts,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly MemberEvent[]>> {
  const rows = await tx
    .select({ change: memberEvent.change, at: memberEvent.at })
    .from(memberEvent)
    .where(sql`${memberEvent.member} = any(${intsOf(numbers)})`)
    .orderBy(asc(memberEvent.seq));
  const year = yearOfDay(dayNumber(new Date()));
  const changes = rows.map(({ change }) => change);
  const asOfNow = imported ? await inYear(tx, changes, year) : changes;
  const events = new Map<number, MemberEvent[]>();
  rows.forEach(({ change, at }, i) => {
    const own = events.get(change.member) ?? [];
    own.push({ change: asOfNow[i] ?? change, at });
    events.set(change.member, own);
  });
  return events;
}
