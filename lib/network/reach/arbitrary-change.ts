import fc from "fast-check";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { countries, languages, regions } from "@/lib/network/population/lists";
import type { Member } from "@/lib/network/population/member";
import {
  arbitraryCompany,
  arbitrarySegment,
  arbitraryStrength,
  arbitraryToday,
} from "./arbitraries";
import type { MemberChange } from "./engine";
import { ageBands, companyKinds, devices, genders } from "./expression";

type Change<T extends MemberChange["type"]> = fc.Arbitrary<
  Extract<MemberChange, { readonly type: T }>
>;

const day = fc.integer({ min: arbitraryToday - 250, max: arbitraryToday });

/** Where somebody lives: a region only ever lies in its country. */
const place = fc.constantFrom("IN", "BR", ...countries.map(({ code }) => code)).chain((country) =>
  fc.record({
    country: fc.constant(country),
    region: fc.constantFrom(
      null,
      ...regions.filter((region) => region.country === country).map(({ code }) => code),
    ),
  }),
);

const language = fc.constantFrom(...languages.map(({ code }) => code));

const person = fc.record({
  ageBand: fc.option(fc.constantFrom(...ageBands), { freq: 8 }),
  gender: fc.constantFrom(...genders),
  device: fc.constantFrom(...devices),
  onSocial: fc.boolean(),
});

/**
 * Any change to one of these members, half of them about something the member has; some are about people who join later,
 * with numbers before, right after and far after the others, or never join at all.
 */
export function arbitraryChange(members: readonly Member[]): fc.Arbitrary<MemberChange> {
  const first = members[0]?.number ?? 0;
  const next = first + members.length;
  const newcomers = fc.constantFrom(Math.max(0, first - 1), next, next + 1, next + 70_000);
  const known = fc.constantFrom(...members);
  const member = fc.oneof(
    { weight: 6, arbitrary: known.map(({ number }) => number) },
    { weight: 1, arbitrary: newcomers },
  );
  const had = known.chain(({ number, signals, companies }) =>
    fc.record({
      member: fc.constant(number),
      segment: oneOf(
        signals.map(({ segment }) => segment),
        arbitrarySegment,
      ),
      company: oneOf(
        companies.map(({ company }) => company),
        arbitraryCompany,
      ),
    }),
  );
  const about = fc.oneof(
    had,
    fc.record({ member, segment: arbitrarySegment, company: arbitraryCompany }),
  );
  return fc.oneof(
    consentChange(member),
    fc.tuple(about, arbitraryStrength, day).map(([{ member, segment }, strength, day]) => ({
      type: "signal" as const,
      member,
      segment,
      strength,
      day,
    })),
    about.map(({ member, segment }) => ({ type: "signal_removed" as const, member, segment })),
    fc.record({
      type: fc.constant("signals_cleared" as const),
      member: fc.oneof(
        had.map((one) => one.member),
        member,
      ),
    }),
    movedChange(member),
    fc
      .tuple(about, fc.constantFrom(...companyKinds), day)
      .map(([{ member, company }, kind, day]) => ({
        type: "company" as const,
        member,
        company,
        kind,
        day,
      })),
    about.map(({ member, company }) => ({ type: "company_removed" as const, member, company })),
    fc.record({ type: fc.constant("left" as const), member }),
    joinedChange(fc.oneof({ weight: 4, arbitrary: newcomers }, { weight: 1, arbitrary: member })),
    activeChange(member),
  );
}

const consentChange = (member: fc.Arbitrary<number>): Change<"consent"> =>
  fc.record({
    type: fc.constant("consent" as const),
    member,
    purpose: fc.constantFrom(...purposes),
    recipient: fc.constantFrom(...recipients),
    given: fc.boolean(),
  });

/** Most moves say nothing of region and language, as when a birthday or a new phone causes them. */
const movedChange = (member: fc.Arbitrary<number>): Change<"moved"> =>
  fc
    .record({ member, person, place, language, says: fc.subarray(["region", "language"]) })
    .map(({ member, person, place: { country, region }, language, says }) => ({
      type: "moved",
      member,
      ...person,
      country,
      ...(says.includes("region") ? { region } : {}),
      ...(says.includes("language") ? { language } : {}),
    }));

const joinedChange = (member: fc.Arbitrary<number>): Change<"joined"> =>
  fc
    .record({ member, person, place, language, day })
    .map(({ member, person, place, language, day }) => ({
      type: "joined",
      member,
      ...person,
      ...place,
      language,
      day,
    }));

/** A phone's clock may run ahead. */
const activeChange = (member: fc.Arbitrary<number>): Change<"active"> =>
  fc.record({
    type: fc.constant("active" as const),
    member,
    day: fc.integer({ min: arbitraryToday - 250, max: arbitraryToday + 80 }),
  });

function oneOf<T>(values: readonly T[], otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return values.length === 0 ? otherwise : fc.constantFrom(...values);
}
