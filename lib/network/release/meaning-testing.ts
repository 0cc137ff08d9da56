import { createHash } from "node:crypto";
import { consentBit } from "@/lib/network/consent/consent-bits";
import { recipients } from "@/lib/network/consent/purposes";
import { countries, languages, regions } from "@/lib/network/population/lists";
import type { Member } from "@/lib/network/population/member";
import { aMember } from "@/lib/network/population/testing";
import {
  ageBands,
  asksAboutCompanies,
  type CompanyRule,
  companyKinds,
  devices,
  type Expression,
  everyone,
  genders,
  listRule,
  type SegmentRule,
  type Strength,
  windowsDays,
} from "@/lib/network/reach/expression";
import { matches } from "@/lib/network/reach/matches";
import { coveredBy } from "@/lib/network/segments/taxonomy";

const today = 20_500;

/** What random questions are about: so little that every kind of person can be gone through. */
export interface World {
  /** No one of them is an ancestor of another. */
  readonly segments: readonly string[];
  readonly companies: readonly string[];
  /** Ids of lists; none of them is a company's. */
  readonly lists?: readonly string[];
}

/** The same text for two questions exactly when they hold for the same people. */
export type Meaning = (expression: Expression) => string;

/**
 * Meaning by truth tables, and by `matches` alone: one table for each attribute that is independent of the others. A question
 * is the conjunction of its tables: nobody when one is empty, and otherwise the same as another when all tables are equal.
 */
export function meaningIn(world: World): Meaning {
  const signals = combinations(world.segments.map(signalStates));
  const relations = combinations(world.companies.map(relationStates));
  const tables: readonly Meaning[] = [
    ruleTable<SegmentRule>(
      signals,
      (rule) => ({ ...everyone, groups: [[rule]] }),
      ({ groups, never }) => ({
        every: groups,
        none: never,
      }),
    ),
    ruleTable<CompanyRule>(
      relations,
      (rule) => ({ ...everyone, with: [rule] }),
      ({ with: some, newTo }) => ({
        every: [some],
        none: newTo,
      }),
    ),
    ruleTable<CompanyRule>(
      combinations((world.lists ?? []).map(relationStates)),
      (rule) => ({ ...everyone, with: [rule] }),
      ({ onLists, newTo }) => ({
        every: [onLists.map(listRule)],
        none: newTo,
      }),
    ),
    plainTable(places(), ({ countries: whole, regions: parts }) => ({
      ...everyone,
      countries: whole,
      regions: parts,
    })),
    plainTable(
      languages.map(({ code }) => aMember({ language: code })),
      (e) => ({ ...everyone, languages: e.languages }),
    ),
    plainTable(
      ageBands.flatMap((ageBand) => genders.map((gender) => aMember({ ageBand, gender }))),
      (e) => ({ ...everyone, ageBands: e.ageBands, genders: e.genders }),
    ),
    plainTable(
      devices.flatMap((device) => [true, false].map((onSocial) => aMember({ device, onSocial }))),
      (e) => ({ ...everyone, devices: e.devices, onSocial: e.onSocial }),
    ),
    plainTable(
      [...windowsDays, 181].map((days) => aMember({ lastActiveDay: today - days })),
      (e) => ({ ...everyone, activeWithinDays: e.activeWithinDays }),
    ),
    plainTable(consents(), (e) => ({
      ...everyone,
      recipients: e.recipients,
      // Whether a question asks about companies is an attribute of its own: it decides whose consent covers it.
      newTo: asksAboutCompanies(e) ? [{ company: "nobody's", kind: null, withinDays: null }] : [],
    })),
  ];
  return (expression) => {
    const texts = tables.map((table) => table(expression));
    return texts.includes("0") ? "nobody" : hash(texts.join("/"));
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64");

function plainTable(people: readonly Member[], only: (e: Expression) => Expression): Meaning {
  return (expression) => {
    const asked = only(expression);
    const bits = people.map((member) => (matches(asked, member, today) ? "1" : "0")).join("");
    return bits.includes("1") ? bits : "0";
  };
}

/** Tables of single rules by `matches`, and of whole questions by and, or and not over them. */
function ruleTable<R>(
  people: readonly Member[],
  asking: (rule: R) => Expression,
  partsOf: (e: Expression) => {
    readonly every: readonly (readonly R[])[];
    readonly none: readonly R[];
  },
): Meaning {
  const all = (1n << BigInt(people.length)) - 1n;
  const columns = new Map<string, bigint>();
  const column = (rule: R): bigint => {
    const name = JSON.stringify(rule);
    const asked = asking(rule);
    const known =
      columns.get(name) ??
      BigInt(`0b${people.map((one) => (matches(asked, one, today) ? 1 : 0)).join("")}`);
    columns.set(name, known);
    return known;
  };
  const anyOf = (rules: readonly R[]) => rules.reduce((sum, rule) => sum | column(rule), 0n);
  return (expression) => {
    const { every, none } = partsOf(expression);
    const inGroups = every
      .filter((group) => group.length > 0)
      .reduce((left, group) => left & anyOf(group), all);
    return (inGroups & ~anyOf(none)).toString(16);
  };
}

type Known = Pick<Member, "signals" | "companies">;

/** Everybody who could be told apart by rules on one segment: by one signal, or by several on what lies below it. */
function signalStates(segment: string): readonly Known[] {
  const below = [...coveredBy(segment)];
  const cells = ([1, 2, 3] as const).flatMap((strength) =>
    windowsDays.map((days) => ({ strength, days })),
  );
  const sets = subsets(cells, Math.min(3, below.length)).filter((chosen) =>
    chosen.every((a) =>
      chosen.every((b) => a === b || (a.strength - b.strength) * (a.days - b.days) > 0),
    ),
  );
  return sets.map((chosen) => ({
    companies: [],
    signals: chosen.map(({ strength, days }: { strength: Strength; days: number }, index) => ({
      segment: below[index] ?? segment,
      strength,
      day: today - days,
    })),
  }));
}

function relationStates(company: string): readonly Known[] {
  const days = [null, ...windowsDays, 400];
  const [list, conversation] = companyKinds.map((kind) =>
    days.map((ago) => (ago === null ? [] : [{ company, kind, day: today - ago }])),
  );
  return (list ?? []).flatMap((a) =>
    (conversation ?? []).map((b) => ({ signals: [], companies: [...a, ...b] })),
  );
}

function subsets<T>(values: readonly T[], most: number): readonly (readonly T[])[] {
  let sets: readonly (readonly T[])[] = [[]];
  for (const value of values) {
    const larger = sets.filter((set) => set.length < most).map((set) => [...set, value]);
    sets = [...sets, ...larger];
  }
  return sets;
}

const combinations = (parts: readonly (readonly Known[])[]): readonly Member[] =>
  parts
    .reduce<readonly Known[]>(
      (people, states) =>
        people.flatMap((one) =>
          states.map((state) => ({
            signals: [...one.signals, ...state.signals],
            companies: [...one.companies, ...state.companies],
          })),
        ),
      [{ signals: [], companies: [] }],
    )
    .map((known) => aMember(known));

/** In every country and region, and in every country without a known region. */
const places = (): readonly Member[] => [
  ...countries.map(({ code }) => aMember({ country: code, region: null })),
  ...regions.slice(0, 60).map(({ code, country }) => aMember({ country, region: code })),
];

const consents = (): readonly Member[] =>
  Array.from({ length: 64 }, (_, bits) =>
    aMember({
      consent: recipients.reduce(
        (sum, recipient, at) =>
          sum |
          ((bits >> at) & 1 ? consentBit("relevant_ads", recipient) : 0) |
          ((bits >> (at + 3)) & 1 ? consentBit("known_companies", recipient) : 0),
        0,
      ),
    }),
  );
