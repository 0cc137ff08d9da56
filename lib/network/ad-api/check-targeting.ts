import { canonicalise } from "@/lib/network/release/canonical";
import type { TooComplex } from "@/lib/network/release/refusals";
import { ok, type Result } from "@/lib/result";
import type { Catalogue } from "./catalogue";
import { type Fault, type Refused, wrong } from "./fault";
import { checked } from "./field-types";
import { decode } from "./params";
import { ageEnds, ageStarts, toExpression } from "./targeting-expression";
import { type TargetingSpec, targetingSchema } from "./targeting-schema";

const notOffered = 1_487_079;
/** This network's own. */
const tooComplexSubcode = 9_100_002;

/** A targeting spec of the wire, checked against what the network offers. `field` is the parameter it came in. */
export function checkTargeting(
  raw: unknown,
  field: string,
  catalogue: Catalogue,
): Result<TargetingSpec, Fault> {
  const parsed = checked(targetingSchema, decode(raw), field);
  if (!parsed.ok) return parsed;
  const targeting = parsed.value;
  return (
    checkSegments(targeting, field, catalogue) ??
    checkAges(targeting, field) ??
    checkPlaces(targeting, field, catalogue) ??
    checkCompanies(targeting, field, catalogue) ??
    checkComplexity(targeting, field) ??
    ok(targeting)
  );
}

/** Where every segment of a spec stands, with its id. */
export function segmentPlaces(targeting: TargetingSpec): { path: string[]; id: string }[] {
  const groups = [
    ...(targeting.flexible_spec ?? []).map((group, at) => ({
      path: ["flexible_spec", String(at)],
      group,
    })),
    { path: ["exclusions"], group: targeting.exclusions ?? {} },
  ];
  return groups.flatMap(({ path, group }) =>
    (["interests", "behaviors"] as const).flatMap((name) =>
      (group[name] ?? []).map(({ id }, at) => ({ path: [...path, name, String(at)], id })),
    ),
  );
}

function checkSegments(
  targeting: TargetingSpec,
  field: string,
  catalogue: Catalogue,
): Refused | null {
  for (const { path, id } of segmentPlaces(targeting)) {
    const segment = catalogue.getSegment(id);
    const blame = [field, ...path];
    if (!segment) return wrong(blame, `There is no interest with the id ${id}.`, notOffered);
    if (segment.policy === "forbidden") {
      const why = segment.reason ? ` (${segment.reason})` : "";
      return wrong(blame, `“${segment.name}” cannot be used for advertising${why}.`, notOffered);
    }
  }
  return null;
}

/** Depends on what is asked alone, so that being refused says nothing about people. */
function checkComplexity(targeting: TargetingSpec, field: string): Refused | null {
  const form = canonicalise(toExpression(targeting));
  return form.ok ? null : tooComplex(form.error, targeting, field);
}

/** Names the box to shorten by its place among all boxes; those that ask nothing are no part of the question. */
export function tooComplex(
  { message, group }: TooComplex,
  { flexible_spec: boxes = [] }: TargetingSpec,
  field: string,
): Refused {
  const asking = boxes.flatMap(({ interests = [], behaviors = [] }, at) =>
    interests.length + behaviors.length > 0 ? [at] : [],
  );
  const blame = [field, "flexible_spec", String(asking[group] ?? 0)];
  return wrong(blame, message, tooComplexSubcode);
}

function checkAges(targeting: TargetingSpec, field: string): Refused | null {
  const { age_min: min = 18, age_max: max = 65 } = targeting;
  if (!ageStarts.includes(min)) return offBand(field, "age_min", "starts", min, ageStarts);
  if (!ageEnds.includes(max)) return offBand(field, "age_max", "ends", max, ageEnds);
  if (min > max) {
    return wrong([field, "age_max"], `The oldest age, ${max}, is below the youngest, ${min}.`);
  }
  return null;
}

function offBand(
  field: string,
  name: string,
  verb: string,
  age: number,
  ends: readonly number[],
): Refused {
  const below = ends.filter((end) => end < age).at(-1);
  const above = ends.find((end) => end > age);
  const nearest = [below, above].filter((end) => end !== undefined).join(" and ");
  return wrong(
    [field, name],
    `No age band ${verb} at ${age}. The nearest ${below && above ? "are" : "is"} ${nearest}.`,
  );
}

function checkPlaces(
  targeting: TargetingSpec,
  field: string,
  catalogue: Catalogue,
): Refused | null {
  const { countries = [], regions = [] } = targeting.geo_locations ?? {};
  const country = countries.findIndex((code) => catalogue.getPlace(code)?.type !== "country");
  if (country >= 0) {
    const blame = [field, "geo_locations", "countries", String(country)];
    return wrong(blame, `The network has no people in a country “${countries[country]}”.`);
  }
  const region = regions.findIndex(({ key }) => catalogue.getPlace(key)?.type !== "region");
  if (region >= 0) {
    const blame = [field, "geo_locations", "regions", String(region)];
    return wrong(blame, `The network knows no region “${regions[region]?.key}”.`);
  }
  const { locales = [] } = targeting;
  const language = locales.findIndex((code) => !catalogue.hasLanguage(code));
  if (language < 0) return null;
  const blame = [field, "locales", String(language)];
  return wrong(blame, `The network knows no language “${locales[language]}”.`);
}

function checkCompanies(
  targeting: TargetingSpec,
  field: string,
  catalogue: Catalogue,
): Refused | null {
  for (const name of ["connections", "excluded_connections"] as const) {
    const unknown = (targeting[name] ?? []).findIndex(({ id }) => !catalogue.hasCompany(id));
    if (unknown >= 0) {
      const id = targeting[name]?.[unknown]?.id;
      return wrong([field, name, String(unknown)], `The network knows no company “${id}”.`);
    }
  }
  return null;
}
