import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getSegment } from "@/lib/network/segments/taxonomy";
import { batchOf } from "./batch-of";
import { generateMembers } from "./generate-members";
import { companies, countries, languageShares, regions, segmentIds } from "./lists";
import type { Member } from "./member";
import { memberAt, membersOf } from "./member-at";
import { aMember } from "./testing";

const today = 20_500;
const many = generateMembers({ seed: 1, first: 0, count: 20_000, today });
const people = membersOf(many);
const adults = people.filter((member) => member.ageBand !== null);

const share = <T>(list: readonly T[], test: (value: T) => boolean): number =>
  list.filter(test).length / list.length;

test("a population is the same however it is cut into slices", () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.nat(2 ** 31 - 1000),
      fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }),
      (seed, first, counts) => {
        const whole = generateMembers({
          seed,
          first,
          count: counts.reduce((a, b) => a + b, 0),
          today,
        });
        let at = first;
        const parts = counts.flatMap((count) => {
          const slice = generateMembers({ seed, first: at, count, today });
          at += count;
          return membersOf(slice);
        });
        expect(parts).toEqual(membersOf(whole));
      },
    ),
    { numRuns: 30 },
  );
});

test("a seed's members never change, so that a new release keeps a deployment's people", () => {
  const { first, count, ...columns } = generateMembers({ seed: 42, first: 7, count: 500, today });
  const digest = createHash("sha256");
  for (const column of Object.values(columns)) digest.update(column);
  expect([first, count, digest.digest("hex")]).toEqual([
    7,
    500,
    "cde69dfd481d75d0edf100910aec734a4ecf7add3c719aa4f7749c156052c14f",
  ]);
});

test("another seed makes other people", () => {
  const other = membersOf(generateMembers({ seed: 2, first: 0, count: 200, today }));
  expect(
    share(other, (member) => JSON.stringify(member) === JSON.stringify(people[member.number])),
  ).toBeLessThan(0.2);
});

test("days move with the day the population is made for, and nothing else does", () => {
  const earlier = membersOf(generateMembers({ seed: 1, first: 0, count: 300, today: today - 45 }));
  const shifted = earlier.map((member) => ({
    ...member,
    lastActiveDay: member.lastActiveDay + 45,
    signals: member.signals.map((signal) => ({ ...signal, day: signal.day + 45 })),
    companies: member.companies.map((company) => ({ ...company, day: company.day + 45 })),
  }));
  expect(shifted).toEqual(people.slice(0, 300));
});

test("every member is a plausible person of the lists", () => {
  const countryOf = new Map(regions.map(({ code, country }) => [code, country]));
  const isPlausible = (member: Member): boolean => {
    const { country, region, signals, companies: known } = member;
    const days = [...signals, ...known].map(({ day }) => day);
    return (
      (region === null ? country === "HK" : countryOf.get(region) === country) &&
      member.language in (languageShares[country] ?? {}) &&
      new Set(signals.map(({ segment }) => segment)).size === signals.length &&
      new Set(known.map(({ company, kind }) => company + kind)).size === known.length &&
      Math.max(member.lastActiveDay, ...days) <= today
    );
  };
  expect(people.filter((member) => !isPlausible(member))).toEqual([]);
});

test("only adults who said yes to relevant ads have signals, 12 to 30 of them", () => {
  const gave = (member: Member) => member.ageBand !== null && (member.consent & 0b111) !== 0;
  const room = people.filter(gave).map((member) => member.signals.length);
  expect([Math.min(...room), Math.max(...room)]).toEqual([12, 30]);
  expect(people.filter((member) => !gave(member) && member.signals.length > 0)).toEqual([]);
  expect(share(people, (member) => member.ageBand === null)).toBeGreaterThan(0.03);
});

test("no signal is on a forbidden segment or on a root", () => {
  for (const segment of new Set(many.signalSegment)) {
    const found = getSegment(segmentIds[segment] ?? "");
    expect(found?.policy).not.toBe("forbidden");
    expect(found?.parentId).not.toBe(null);
  }
});

test("countries have their share of members", () => {
  const all = countries.reduce((sum, c) => sum + c.populationMillions * c.messengerShare, 0);
  for (const { code, populationMillions, messengerShare } of countries) {
    const expected = (populationMillions * messengerShare) / all;
    const found = share(people, (member) => member.country === code);
    expect(Math.abs(found - expected)).toBeLessThan(5 * Math.sqrt(expected / people.length));
  }
});

test("a third uses messaging only, and they were not asked about the social network", () => {
  expect(share(people, (member) => !member.onSocial)).toBeCloseTo(1 / 3, 1);
  const socialBits = 0b010_010_010_010_010;
  expect(people.filter((m) => !m.onSocial && (m.consent & socialBits) !== 0)).toEqual([]);
});

test("about seven in ten say yes to relevant ads in the messenger, fewer elsewhere, and their answers go together", () => {
  const says = (bit: number) => share(people, (member) => (member.consent & (1 << bit)) !== 0);
  expect(says(0)).toBeCloseTo(0.7, 1);
  expect(says(1)).toBeLessThan(says(0) - 0.1);
  expect(says(2)).toBeLessThan(says(0) - 0.1);
  expect(says(3)).toBeLessThan(says(0) - 0.1);
  const both = share(people, (member) => (member.consent & 0b101) === 0b101);
  expect(both).toBeGreaterThan(says(0) * says(2) + 0.05);
});

test("a few signals have already expired, most have not", () => {
  const signals = adults.flatMap((member) => member.signals);
  const expired = share(signals, (signal) => today - signal.day > 180);
  expect(expired).toBeGreaterThan(0.01);
  expect(expired).toBeLessThan(0.12);
});

test("taste differs by age and gender: games are for the young, beauty services for women more often than for men", () => {
  const likes = (topic: string) => (member: Member) =>
    member.signals.some(({ segment }) => getSegment(segment)?.path.includes(topic));
  const of = (ageBand: string) =>
    adults.filter((member) => member.ageBand === ageBand && member.signals.length > 0);
  expect(share(of("18-24"), likes("> Video Gaming"))).toBeGreaterThan(
    2 * share(of("55-64"), likes("> Video Gaming")),
  );
  const women = adults.filter((member) => member.gender === "female");
  const men = adults.filter((member) => member.gender === "male");
  expect(share(women, likes("> Beauty Services"))).toBeGreaterThan(
    1.5 * share(men, likes("> Beauty Services")),
  );
});

test("members become columns again without loss", () => {
  expect(membersOf(batchOf(people.slice(100, 400)))).toEqual(people.slice(100, 400));
  expect(() => batchOf([aMember({ number: 1 }), aMember({ number: 3 })])).toThrow(RangeError);
  expect(() => batchOf([aMember({ country: "ZZ" })])).toThrow(RangeError);
  expect(() => memberAt(many, many.count)).toThrow(RangeError);
});

test("every company is known to somebody", () => {
  const seen = new Set(generateMembers({ seed: 3, first: 0, count: 150_000, today }).companyIndex);
  expect(seen.size).toBe(companies.length);
});
