import { consentBit } from "@/lib/network/consent/consent-bits";
import { recipients } from "@/lib/network/consent/purposes";
import {
  asksAboutCompanies,
  type CompanyRule,
  companyKinds,
  type Expression,
  listRule,
  type SegmentRule,
} from "@/lib/network/reach/expression";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import { allOf, anyOf, text, texts } from "./sql";
import { anyTime, windowSince } from "./windows";

/** One thing that holds for a person or not, said twice: which bitmaps hold its people, and how a member's row shows it. */
export interface Clause {
  readonly bits: string;
  readonly row: string;
}

/** An audience: every clause of `all` holds and none of `none`. */
export interface Clauses {
  readonly all: readonly Clause[];
  readonly none: readonly Clause[];
}

/** Everybody who has not left, whatever they consented to: for the engine's own size. */
export const present: Clauses = { all: [{ bits: "kind = 'member'", row: "1" }], none: [] };

/** The question as clauses on a day (days since 1970-01-01, UTC). */
export function clausesOf(expression: Expression, today: number): Clauses {
  const { groups, never, newTo, onLists } = expression;
  const working = expression.with;
  const all: Clause[] = [mayCount(expression), ...demographics(expression, today)];
  for (const group of groups) if (group.length > 0) all.push(interested(group, today));
  if (working.length > 0) all.push(related(working, today));
  if (onLists.length > 0) all.push(related(onLists.map(listRule), today));
  const none: Clause[] = [];
  if (never.length > 0) none.push(interested(never, today));
  if (newTo.length > 0) none.push(related(newTo, today));
  return { all, none };
}

function demographics(expression: Expression, today: number): Clause[] {
  const { activeWithinDays, onSocial } = expression;
  const all: Clause[] = [];
  if (expression.countries.length + expression.regions.length > 0) all.push(somewhere(expression));
  const lists = [
    ["age", expression.ageBands],
    ["gender", expression.genders],
    ["language", expression.languages],
    ["device", expression.devices],
  ] as const;
  for (const [kind, values] of lists) if (values.length > 0) all.push(oneOf(kind, values));
  if (onSocial !== null) {
    all.push({
      bits: `(kind = 'social' AND id = ${text(onSocial ? "yes" : "no")})`,
      row: `social = ${onSocial ? 1 : 0}`,
    });
  }
  if (activeWithinDays !== null) {
    const since = today - activeWithinDays;
    all.push({ bits: `(kind = 'active' AND ${windowSince(since)})`, row: `active >= ${since}` });
  }
  return all;
}

/** Mirrors `mayCount`: the bitmaps of consent hold only people of known age from 18. */
function mayCount(expression: Expression): Clause {
  const asked = expression.recipients.length === 0 ? recipients : expression.recipients;
  const aboutCompanies = asksAboutCompanies(expression);
  const ids = asked.map((recipient) => (aboutCompanies ? `${recipient}+companies` : recipient));
  const masks = asked.map(
    (recipient) =>
      consentBit("relevant_ads", recipient) |
      (aboutCompanies ? consentBit("known_companies", recipient) : 0),
  );
  return {
    bits: `(kind = 'consent' AND id IN ${texts(ids)})`,
    row: allOf(["age != ''", anyOf(masks.map((mask) => `bitAnd(consent, ${mask}) = ${mask}`))]),
  };
}

function somewhere({ countries, regions }: Expression): Clause {
  // An empty code stands for "not known" in a row and is nobody's region.
  const known = regions.filter((region) => region !== "");
  const places = [
    ["country", countries],
    ["region", known],
  ] as const;
  const asked = places.filter(([, codes]) => codes.length > 0);
  return {
    bits: anyOf(asked.map(([kind, codes]) => oneOf(kind, codes).bits)),
    row: anyOf(asked.map(([kind, codes]) => oneOf(kind, codes).row)),
  };
}

const oneOf = (kind: string, values: readonly string[]): Clause => ({
  bits: `(kind = ${text(kind)} AND id IN ${texts(values)})`,
  row: `${kind} IN ${texts(values)}`,
});

/** At least one rule holds. Rules of the same strength and window are read together. */
function interested(rules: readonly SegmentRule[], today: number): Clause {
  const parts = new Map<string, { rule: SegmentRule; ids: Set<string> }>();
  for (const rule of rules) {
    const key = `${rule.minStrength} ${rule.withinDays}`;
    const part = parts.get(key) ?? { rule, ids: new Set() };
    for (const id of coveredBy(rule.segment)) part.ids.add(id);
    parts.set(key, part);
  }
  const asked = [...parts.values()].filter(({ ids }) => ids.size > 0);
  if (asked.length === 0) return { bits: "0", row: "0" };
  const bits = asked.map(({ rule: { minStrength, withinDays }, ids }) =>
    allOf([`id IN ${texts([...ids])}`, `grade = ${minStrength}`, windowSince(today - withinDays)]),
  );
  const row = asked.map(({ rule: { minStrength, withinDays }, ids }) =>
    allOf([`s.1 IN ${texts([...ids])}`, `s.2 >= ${minStrength}`, `s.3 >= ${today - withinDays}`]),
  );
  return {
    bits: allOf(["kind = 'segment'", anyOf(bits)]),
    row: `arrayExists(s -> ${anyOf(row)}, signals)`,
  };
}

/** At least one relationship holds. */
function related(rules: readonly CompanyRule[], today: number): Clause {
  const bits = rules.map(({ company, kind, withinDays }) =>
    allOf([
      `id = ${text(company)}`,
      ...(kind === null ? [] : [`grade = ${companyKinds.indexOf(kind)}`]),
      withinDays === null ? `level = ${anyTime}` : windowSince(today - withinDays),
    ]),
  );
  const row = rules.map(({ company, kind, withinDays }) =>
    allOf([
      `c.1 = ${text(company)}`,
      ...(kind === null ? [] : [`c.2 = ${text(kind)}`]),
      ...(withinDays === null ? [] : [`c.3 >= ${today - withinDays}`]),
    ]),
  );
  return {
    bits: allOf(["kind = 'company'", anyOf(bits)]),
    row: `arrayExists(c -> ${anyOf(row)}, companies)`,
  };
}
