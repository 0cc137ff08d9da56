import fc from "fast-check";
import { recipients } from "@/lib/network/consent/purposes";
import { generateMembers } from "@/lib/network/population/generate-members";
import { companies, countries, languages, regions } from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import { taxonomySegments } from "@/lib/network/segments/taxonomy";
import {
  ageBands,
  type CompanyRule,
  companyKinds,
  devices,
  type Expression,
  genders,
  type SegmentRule,
  type Strength,
  windowsDays,
} from "./expression";

/** The day for which arbitrary populations are made. */
export const arbitraryToday = 20_500;

export const arbitraryStrength: fc.Arbitrary<Strength> = fc.constantFrom(1, 2, 3);

/** Branches often, so that small populations match; now and then forbidden or unknown ones, which must match nobody. */
export const arbitrarySegment: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...segmentsAt(2)) },
  { weight: 3, arbitrary: fc.constantFrom(...segmentsAt(3)) },
  { weight: 1, arbitrary: fc.constantFrom(...segmentsAt(1), "999999") },
  { weight: 2, arbitrary: fc.constantFrom(...taxonomySegments.map(({ id }) => id)) },
);

const segmentRule: fc.Arbitrary<SegmentRule> = fc.record({
  segment: arbitrarySegment,
  withinDays: fc.constantFrom(...windowsDays),
  minStrength: arbitraryStrength,
});

export const arbitraryCompany = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...companies.slice(0, 120).map(({ id }) => id)) },
  // Companies that nobody worked with when the members were made.
  { weight: 1, arbitrary: fc.constantFrom("shop-of-ana", "lakeside", "42", "Zoë's café") },
);

const companyRule: fc.Arbitrary<CompanyRule> = fc.record({
  company: fc.oneof({ weight: 9, arbitrary: arbitraryCompany }, fc.constant("nobody-knows")),
  kind: fc.option(fc.constantFrom(...companyKinds)),
  withinDays: fc.option(fc.constantFrom(...windowsDays)),
});

const country = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("IN", "BR", "ID", "MX", "US") },
  { weight: 1, arbitrary: fc.constantFrom(...countries.map(({ code }) => code), "ZZ") },
);

/** Any question: mostly open lists, so that it often has people in it, but every attribute takes its turn. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.record({
  groups: fc.array(fc.array(segmentRule, { maxLength: 5 }), { maxLength: 3 }),
  never: sometimes(fc.array(segmentRule, { minLength: 1, maxLength: 3 })),
  countries: sometimes(fc.uniqueArray(country, { minLength: 1, maxLength: 4 })),
  regions: sometimes(someOf(regions.slice(0, 200).map(({ code }) => code))),
  ageBands: sometimes(someOf(ageBands)),
  genders: sometimes(someOf(genders)),
  languages: sometimes(someOf(languages.map(({ code }) => code))),
  devices: sometimes(someOf(devices)),
  onSocial: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, fc.boolean()),
  activeWithinDays: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...windowsDays) },
  ),
  recipients: sometimes(someOf(recipients)),
  with: rarely(fc.array(companyRule, { minLength: 1, maxLength: 8 })),
  newTo: rarely(fc.array(companyRule, { minLength: 1, maxLength: 4 })),
  // A list is to an engine what a company is: these have people on them.
  onLists: rarely(fc.array(arbitraryCompany, { minLength: 1, maxLength: 6 })),
});

/** One or two batches that follow each other, of up to `most` members in all. */
export const arbitraryPopulation = (most: number): fc.Arbitrary<readonly MemberBatch[]> =>
  fc
    .record({
      seed: fc.nat(),
      first: fc.constantFrom(0, 1, 63, 1000),
      counts: fc.tuple(fc.integer({ min: 1, max: most - 1 }), fc.integer({ min: 0, max: most })),
    })
    .map(({ seed, first, counts: [one, both] }) =>
      [
        { first, count: one },
        { first: first + one, count: Math.max(0, both - one) },
      ]
        .filter(({ count }) => count > 0)
        .map((slice) => generateMembers({ seed, ...slice, today: arbitraryToday })),
    );

function segmentsAt(depth: number): string[] {
  return taxonomySegments
    .filter(({ path }) => path.split(" > ").length === depth)
    .map(({ id }) => id);
}

function someOf<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.subarray([...values], { minLength: 1 });
}

function sometimes<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: list });
}

function rarely<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: list });
}
