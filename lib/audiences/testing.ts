import fc from "fast-check";
import { ageEnds, ageStarts, noRules } from "./rule-values";
import type { Relationship, Rules } from "./rules";

export const aRules = (change: Partial<Rules> = {}): Rules => ({ ...noRules, ...change });

const days = fc.constantFrom(7, 30, 90, 180);
const strength = fc.constantFrom(1, 2, 3);
const segmentRule = fc.record({
  segment: fc.integer({ min: 1, max: 999_999 }).map(String),
  withinDays: fc.option(days),
  minStrength: fc.option(strength),
});
const anyOf = fc.array(segmentRule, { maxLength: 5 });
const country = fc.stringMatching(/^[A-Z]{2}$/);
const companies = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 4 });

const worksWith = fc.record({
  kind: fc.constant("works_with" as const),
  companies: companies.filter((list) => list.length > 0),
  by: fc.option(fc.constantFrom("customer_list" as const, "conversation" as const)),
  withinDays: fc.option(days),
});
const newTo = fc.record({ kind: fc.constant("new_to" as const), companies });

const relationship: fc.Arbitrary<Relationship> = fc.oneof(
  fc.constant<Relationship>({ kind: "anyone" }),
  fc.constant<Relationship>({ kind: "works_with", companies: [], by: null, withinDays: null }),
  worksWith.map((one): Relationship => one),
  newTo.map((one): Relationship => one),
);

/** Every audience the schema allows, empty boxes and repeated choices included. */
export const arbitraryRules: fc.Arbitrary<Rules> = fc.record({
  any: anyOf,
  must: fc.array(anyOf, { maxLength: 8 }),
  never: anyOf,
  countries: fc.array(country, { maxLength: 5 }),
  regions: fc.array(fc.stringMatching(/^[A-Z]{2}-[A-Z0-9]{1,3}$/), { maxLength: 4 }),
  ageMin: fc.constantFrom(...ageStarts),
  ageMax: fc.constantFrom(...ageEnds),
  gender: fc.option(fc.constantFrom("female" as const, "male" as const)),
  languages: fc.array(fc.stringMatching(/^[a-z]{2,3}$/), { maxLength: 4 }),
  devices: fc.subarray(["android" as const, "ios" as const, "kaios" as const, "desktop" as const]),
  placements: fc.subarray(["messenger" as const, "social" as const, "photos" as const]),
  onSocial: fc.option(fc.boolean()),
  withinDays: days,
  minStrength: strength,
  relationship,
});
