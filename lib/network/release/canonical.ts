import { createHash } from "node:crypto";
import { recipients } from "@/lib/network/consent/purposes";
import {
  countries,
  countryIndexes,
  languageIndexes,
  languages,
  regionIndexes,
  regions,
} from "@/lib/network/population/lists";
import {
  ageBands,
  devices,
  type Expression,
  everyone,
  genders,
} from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import { canonicalInterests } from "./canonical-interests";
import { canonicalRelations } from "./canonical-relations";
import { type TooComplex, tooComplex } from "./refusals";

/** Whatever cannot hold for anybody: ISO 3166 keeps ZZ for no country. Counted and noised like every other question. */
export const nobody: Expression = { ...everyone, countries: ["ZZ"] };

/**
 * The form in which a question is counted and under which its answer is kept. Sound: two expressions with one form mean the
 * same, because the form is what is counted. Complete: two that mean the same have one form, unless they name a segment
 * together with one of its ancestors (docs/decisions/021-canonical-form.md). Refuses only by what is asked.
 */
export function canonicalise(expression: Expression): Result<Expression, TooComplex> {
  const places = canonicalPlaces(expression);
  const spoken = known(expression.languages, languageIndexes);
  const relations = canonicalRelations(expression);
  const interests = canonicalInterests(expression.groups, expression.never);
  if (interests.outcome === "too_complex") return tooComplex(interests.group);
  if (!places || !spoken || !relations || interests.outcome === "nobody") return ok(nobody);
  return ok({
    groups: interests.groups,
    never: interests.never,
    countries: places.countries,
    regions: places.regions,
    ageBands: openWhenComplete(expression.ageBands, ageBands),
    genders: openWhenComplete(expression.genders, genders),
    languages: spoken.length === languages.length ? [] : spoken,
    devices: openWhenComplete(expression.devices, devices),
    onSocial: expression.onSocial,
    activeWithinDays: expression.activeWithinDays,
    recipients: openWhenComplete(expression.recipients, recipients),
    with: relations.with,
    newTo: relations.newTo,
    onLists: relations.onLists,
  });
}

/** SHA-256 of the canonical form's JSON, in hex. The form's keys are always written in the same order. */
export const canonicalKey = (canonical: Expression): string =>
  createHash("sha256").update(JSON.stringify(canonical)).digest("hex");

const distinct = <T extends string>(values: readonly T[]): readonly T[] =>
  [...new Set(values)].sort();

function openWhenComplete<T extends string>(values: readonly T[], all: readonly T[]): readonly T[] {
  const kept = distinct(values);
  return kept.length === all.length ? [] : kept;
}

/** Without values that nobody can have; null: values were named, and nobody can have any of them. */
function known(
  values: readonly string[],
  declared: ReadonlyMap<string, unknown>,
): readonly string[] | null {
  const kept = distinct(values).filter((value) => declared.has(value));
  return values.length > 0 && kept.length === 0 ? null : kept;
}

/** A region is part of its country, and everybody has a country; but not everybody's region is known. */
function canonicalPlaces(
  asked: Pick<Expression, "countries" | "regions">,
): Pick<Expression, "countries" | "regions"> | null {
  const whole = known(asked.countries, countryIndexes) ?? [];
  const within = (known(asked.regions, regionIndexes) ?? []).filter(
    (code) => !whole.includes(countryOfRegion.get(code) ?? ""),
  );
  if (whole.length === countries.length) return { countries: [], regions: [] };
  const somewhere = asked.countries.length + asked.regions.length > 0;
  if (somewhere && whole.length + within.length === 0) return null;
  return { countries: whole, regions: within };
}

const countryOfRegion: ReadonlyMap<string, string> = new Map(
  regions.map(({ code, country }) => [code, country]),
);
