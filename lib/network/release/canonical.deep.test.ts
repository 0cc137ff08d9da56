import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries, languages, regions } from "@/lib/network/population/lists";
import { aMember } from "@/lib/network/population/testing";
import {
  ageBands,
  companyKinds,
  devices,
  type Expression,
  everyone,
  genders,
  windowsDays,
} from "@/lib/network/reach/expression";
import { matches } from "@/lib/network/reach/matches";
import { coveredBy, listAllowed } from "@/lib/network/segments/taxonomy";
import { canonicalise } from "./canonical";
import { meaningIn, type World } from "./meaning-testing";
import { answered } from "./testing";

const today = 20_500;
const textOf = (expression: Expression) => JSON.stringify(answered(canonicalise(expression)));

const sizeOf = (segment: string) => coveredBy(segment).size;
const ids = listAllowed().map(({ id }) => id);
const branch = ids.find((id) => sizeOf(id) > 3 && sizeOf(id) < 8) ?? "";
const related = [...coveredBy(branch)];
const leaves = ids.filter((id) => sizeOf(id) === 1 && !related.includes(id)).slice(0, 2);

const aRule = (segments: readonly string[]) =>
  fc.record({
    segment: fc.constantFrom(...segments),
    withinDays: fc.constantFrom(...windowsDays),
    minStrength: fc.constantFrom(1 as const, 2 as const, 3 as const),
  });
const aCompanyRule = (companies: readonly string[]) =>
  fc.record({
    company: fc.constantFrom(...companies),
    kind: fc.option(fc.constantFrom(...companyKinds)),
    withinDays: fc.option(fc.constantFrom(...windowsDays)),
  });

/** A list that is open, short, or names nearly or quite everything. */
const aList = <T>(values: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom(values, values.slice(1), values.toReversed()) },
  );

/** Questions about so little that many of 20,000 mean the same. */
const aQuestion = ({ segments, companies, lists = [] }: World): fc.Arbitrary<Expression> => {
  const rule = aRule(segments);
  const relation = aCompanyRule(companies);
  const seldom = <T>(list: fc.Arbitrary<T[]>) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: list });
  const narrow = fc.record({
    groups: fc.array(fc.array(rule, { maxLength: 3 }), { maxLength: 4 }),
    never: fc.array(rule, { maxLength: 2 }),
    with: seldom(fc.array(relation, { minLength: 1, maxLength: 4 })),
    newTo: seldom(
      fc.array(fc.oneof(relation, aCompanyRule([...companies, ...lists])), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    onLists:
      lists.length === 0
        ? fc.constant([])
        : seldom(fc.array(fc.constantFrom(...lists), { minLength: 1, maxLength: 3 })),
  });
  const wide = fc.record({
    countries: aList([...countries.map(({ code }) => code)]),
    regions: aList(regions.slice(0, 60).map(({ code }) => code)),
    languages: aList(languages.map(({ code }) => code)),
    ageBands: aList(ageBands),
    genders: aList(genders),
    devices: aList(devices),
    onSocial: fc.constantFrom(null, null, true, false),
    activeWithinDays: fc.option(fc.constantFrom(...windowsDays)),
    recipients: aList(["messenger", "social", "photos"] as const),
  });
  return fc.oneof(
    narrow.map((part) => ({ ...everyone, ...part })),
    wide.map((part) => ({ ...everyone, ...part })),
    fc.tuple(narrow, wide).map(([a, b]) => ({ ...everyone, ...a, ...b })),
  );
};

function distinctForms(questions: readonly Expression[], world: World) {
  const meaning = meaningIn(world);
  const formsOf = new Map<string, Set<string>>();
  const meaningsOf = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, from: string, to: string) =>
    map.set(from, (map.get(from) ?? new Set()).add(to));
  for (const question of questions) {
    const [means, form] = [meaning(question), textOf(question)];
    note(formsOf, means, form);
    note(meaningsOf, form, means);
  }
  return {
    meanings: formsOf.size,
    split: [...formsOf.values()].filter((forms) => forms.size > 1).map((forms) => [...forms]),
    unsound: [...meaningsOf].filter(([, means]) => means.size > 1).map(([form]) => form),
  };
}

describe("the form of a question, over 20,000 of them", () => {
  it.each([
    ["about two interests and a branch", [...leaves, branch]],
    ["about one interest, over and over", leaves.slice(0, 1)],
    ["about one branch, over and over", [branch]],
    ["about an interest, a company and two lists", leaves.slice(0, 1), ["a"], ["list:1", "list:2"]],
  ])(
    "is one for those that mean the same and another for those that do not, %s",
    (_, segments, companies = ["a", "b"], lists = []) => {
      const world = { segments, companies, lists };
      const questions = fc.sample(aQuestion(world), { numRuns: 20_000, seed: 4 });
      const { meanings, split, unsound } = distinctForms(questions, world);
      expect(unsound).toEqual([]);
      expect(split).toEqual([]);
      // Otherwise there would be nothing to tell together.
      expect(meanings).toBeLessThan(18_000);
      expect(meanings).toBeGreaterThan(4000);
    },
  );

  it("always holds for the people for whom the question holds, also with a segment and its ancestors", () => {
    const parent = ids.find((id) => id !== branch && coveredBy(id).has(branch));
    const world = {
      segments: [...related, ...leaves, ...(parent ? [parent] : [])],
      companies: ["a", "b"],
    };
    const people = fc.sample(aPerson(world), { numRuns: 80, seed: 5 });
    const answersOf = new Map<string, string>();
    for (const question of fc.sample(aQuestion(world), { numRuns: 20_000, seed: 6 })) {
      const form = answered(canonicalise(question));
      const holds = (asked: Expression) =>
        people.map((member) => (matches(asked, member, today) ? 1 : 0)).join("");
      const answer = holds(question);
      expect(holds(form)).toBe(answer);
      const text = JSON.stringify(form);
      expect(answersOf.get(text) ?? answer).toBe(answer);
      answersOf.set(text, answer);
    }
  });
});

const aPerson = ({ segments, companies }: World) =>
  fc
    .record({
      signals: fc.uniqueArray(
        fc.record({
          segment: fc.constantFrom(...segments),
          strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
          day: fc.integer({ min: today - 200, max: today }),
        }),
        { selector: ({ segment }) => segment, maxLength: 6 },
      ),
      companies: fc.uniqueArray(
        fc.record({
          company: fc.constantFrom(...companies),
          kind: fc.constantFrom(...companyKinds),
          day: fc.integer({ min: today - 400, max: today }),
        }),
        { selector: ({ company, kind }) => company + kind, maxLength: 3 },
      ),
      place: fc.constantFrom(
        { country: "IN", region: "IN-MH" },
        { country: "IN", region: null },
        { country: "BR", region: null },
      ),
      gender: fc.constantFrom(...genders),
      ageBand: fc.constantFrom(...ageBands),
    })
    .map(({ place, ...fields }) => aMember({ ...fields, ...place }));
