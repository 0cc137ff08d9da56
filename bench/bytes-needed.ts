import { companies, countries, regions, segmentIds } from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { ageBands, type Expression } from "@/lib/network/reach/expression";
import { type Plan, type PlannedRule, planOf } from "./peers/ask-plan";
import { batches, madeOn } from "./people";

const sampleMembers = 400_000;
const windows = [7, 30, 90, 180] as const;
const strengths = 3;
const places = countries.length * ageBands.length;
const lists = segmentIds.length + companies.length;

/**
 * The least that must be read to answer a question over people sorted by country and age: of everybody in the asked
 * countries and ages a consent bit and, for each 64, their cell; of each rule its positions (2 bytes) or a bitmap, whichever
 * is smaller; regions where they are asked. Counted on the first people and scaled up.
 */
export function bytesNeeded(members: number): (question: Expression) => number {
  const sample = Math.min(members, sampleMembers);
  const scale = members / sample;
  const { people, entries } = count(sample);

  return (question) => {
    const plan = planOf(question);
    const asked = placesOf(plan);
    const inside = sum(people, asked, 0);
    const rules = [...plan.groups.flat(), ...plan.never];
    const positions = (rule: PlannedRule) =>
      rowsOf(rule).reduce((total, row) => total + 2 * sum(entries, asked, row * places), 0);
    const read = rules.reduce((total, rule) => total + Math.min(positions(rule), inside / 8), 0);
    const regional = plan.regions.length > 0 ? 2 * sum(people, regionalPlaces(plan), 0) : 0;
    return scale * (inside / 8 + inside / 32 + regional + read);
  };
}

/** Rows of the table: for each list and least strength, those within each window. */
const rowOf = (list: number, strength: number, window: number) =>
  (list * strengths + strength - 1) * windows.length + window;

function count(sample: number): { people: Float64Array; entries: Float64Array } {
  const people = new Float64Array(places);
  const entries = new Float64Array(lists * strengths * windows.length * places);
  for (const batch of batches(sample)) {
    for (let i = 0; i < batch.count; i += 1) {
      const age = batch.ageBand[i] ?? 255;
      if (age >= ageBands.length) continue;
      const place = (batch.country[i] ?? 0) * ageBands.length + age;
      people[place] = (people[place] ?? 0) + 1;
      for (const row of rowsOfPerson(batch, i)) {
        const at = row * places + place;
        entries[at] = (entries[at] ?? 0) + 1;
      }
    }
  }
  return { people, entries };
}

/** The rows of the table in which somebody is counted. */
function* rowsOfPerson(batch: MemberBatch, i: number): Generator<number> {
  for (let row = batch.signalStart[i] ?? 0; row < (batch.signalStart[i + 1] ?? 0); row += 1) {
    const age = madeOn - (batch.signalDay[row] ?? 0);
    const held = windows.flatMap((within, window) => (age <= within ? [window] : []));
    for (let least = 1; least <= (batch.signalStrength[row] ?? 1); least += 1) {
      yield* held.map((window) => rowOf(batch.signalSegment[row] ?? 0, least, window));
    }
  }
  for (let row = batch.companyStart[i] ?? 0; row < (batch.companyStart[i + 1] ?? 0); row += 1) {
    yield rowOf(segmentIds.length + (batch.companyIndex[row] ?? 0), 1, windows.length - 1);
  }
}

function rowsOf({ of, what, leastHow, fromDay }: PlannedRule): number[] {
  const window = windows.findIndex((within) => madeOn - within <= fromDay);
  return what.map((index) =>
    of === "signals"
      ? rowOf(index, leastHow, window)
      : rowOf(segmentIds.length + index, 1, windows.length - 1),
  );
}

const agesOf = (plan: Plan) => (plan.ages.length > 0 ? plan.ages : ageBands.map((_, age) => age));

const regionalCountries = (plan: Plan) =>
  plan.regions
    .map((index) => countries.findIndex(({ code }) => code === regions[index]?.country))
    .filter((country) => !plan.countries.includes(country));

const inCountries = (chosen: Iterable<number>, plan: Plan) =>
  [...new Set(chosen)].flatMap((country) =>
    agesOf(plan).map((age) => country * ageBands.length + age),
  );

const regionalPlaces = (plan: Plan) => inCountries(regionalCountries(plan), plan);

function placesOf(plan: Plan): number[] {
  const open = plan.countries.length + plan.regions.length === 0;
  return open
    ? inCountries(countries.keys(), plan)
    : inCountries([...plan.countries, ...regionalCountries(plan)], plan);
}

function sum(table: Float64Array, chosen: readonly number[], from: number): number {
  return chosen.reduce((total, place) => total + (table[from + place] ?? 0), 0);
}
