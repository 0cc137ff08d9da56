import fc from "fast-check";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { countries, languages, regions, segmentIds } from "@/lib/network/population/lists";
import { companyKinds, devices, genders } from "@/lib/network/reach/expression";
import type { MemberLine } from "./member-line";

/** 2026-11-22: the day of imports in tests. */
export const importDay = 20_779;

export const dateOf = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);

/** A man of 36 in Kerala who said yes to ads and companies, as one line. */
export const aLine = (fields: Readonly<Record<string, unknown>> = {}) => ({
  id: "m-1",
  birth_year: 1990,
  gender: "male",
  country: "IN",
  region: "IN-KL",
  language: "ml",
  device: "android",
  on_social: true,
  last_active: "2026-11-20",
  consents: [
    {
      purpose: "relevant_ads",
      recipients: ["messenger", "social"],
      at: "2026-10-01T09:00:00Z",
      notice: "v4",
    },
  ],
  signals: [{ segment: "607", strength: 2, at: "2026-11-02" }],
  companies: [{ id: "lakeside", kind: "customer_list", at: "2026-09-01" }],
  email_sha256: "ab".repeat(32),
  phone_sha256: null,
  ...fields,
});

const past = fc.integer({ min: importDay - 400, max: importDay }).map(dateOf);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6 });

/** Any line that the schema accepts, often with something in it that may not be kept. */
export const arbitraryLine: fc.Arbitrary<MemberLine> = fc.record({
  id: fc.integer({ min: 1, max: 2_000 }).map((n) => `p-${n}`),
  birth_year: orNull(fc.integer({ min: 1930, max: 2015 })),
  gender: fc.constantFrom(...genders),
  country: fc.constantFrom("IN", "BR", ...countries.map(({ code }) => code)),
  region: orNull(fc.constantFrom("IN-KL", "BR-SP", ...regions.map(({ code }) => code))),
  language: orNull(fc.constantFrom("xx", ...languages.map(({ code }) => code))),
  device: fc.constantFrom(...devices),
  on_social: fc.boolean(),
  last_active: past,
  consents: fc.array(
    fc.record({
      purpose: fc.constantFrom("relevant_ads" as const, ...purposes),
      recipients: fc.subarray([...recipients], { minLength: 1 }),
      at: fc
        .integer({ min: 1_700_000_000_000, max: importDay * 86_400_000 })
        .map((ms) => new Date(ms).toISOString()),
      notice: fc.constantFrom("v3", "v4"),
    }),
    { maxLength: 5 },
  ),
  signals: fc.array(
    fc.record({
      segment: fc.constantFrom("999999", ...segmentIds.slice(0, 60)),
      strength: fc.constantFrom(1, 2, 3),
      at: past,
    }),
    { maxLength: 8 },
  ),
  companies: fc.array(
    fc.record({
      id: fc.constantFrom("lakeside", "hilltop", "harbour"),
      kind: fc.constantFrom(...companyKinds),
      at: past,
    }),
    { maxLength: 4 },
  ),
  email_sha256: fc.constant(null),
  phone_sha256: fc.constant(null),
});
