import type { Catalogue } from "./catalogue";
import { segmentPlaces } from "./check-targeting";
import { isInEu } from "./eu-countries";
import { categoryFor } from "./restricted-segments";
import type { TargetingSpec } from "./targeting-schema";

/** What a policy objects to in an ad set, where in its targeting, and why. */
interface Objection {
  readonly rule:
    | "FORBIDDEN_SEGMENT"
    | "SPECIAL_AD_CATEGORY"
    | "SPECIAL_AD_CATEGORY_NARROWED"
    | "LEGAL_AGE";
  /** Inside the targeting. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Ads about these may not choose people by who they are (Meta's rules for housing, employment and financial products). */
export const protectedCategories: readonly string[] = [
  "HOUSING",
  "EMPLOYMENT",
  "FINANCIAL_PRODUCTS_SERVICES",
];
/** Where they hold: the United States, Canada and Europe. */
const protectedElsewhere: ReadonlySet<string> = new Set("US CA GB CH NO IS LI".split(" "));

/** Below the band that holds the legal age, alcohol may not be advertised; where the law forbids it, not at all. */
const alcohol = {
  from25: new Set("US IN ID LK JP TH KR SE PY IS CM".split(" ")),
  never: new Set("AE SA EG PK BD TR NO KW LY YE AF BN RU".split(" ")),
};

/** Everything that the policies object to in a targeting, given what its campaign declares. */
export function objectionsTo(
  targeting: TargetingSpec,
  declared: readonly string[],
  catalogue: Catalogue,
): readonly Objection[] {
  const countries = countriesOf(targeting, catalogue);
  return [
    ...segmentPlaces(targeting).flatMap(({ path, id }) =>
      aboutSegment(path, id, { targeting, declared, catalogue, countries }),
    ),
    ...narrowed(targeting, declared, countries),
  ];
}

export const declaredIn = (data: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(data.special_ad_categories) ? data.special_ad_categories.map(String) : [];

interface Known {
  readonly targeting: TargetingSpec;
  readonly declared: readonly string[];
  readonly catalogue: Catalogue;
  readonly countries: readonly string[];
}

function aboutSegment(path: readonly string[], id: string, known: Known): readonly Objection[] {
  const segment = known.catalogue.getSegment(id);
  if (!segment || segment.policy === "forbidden") {
    const message = `“${segment?.name ?? id}” is not offered any more.`;
    return [{ rule: "FORBIDDEN_SEGMENT", path, message }];
  }
  const category = categoryFor(segment);
  if (category && !known.declared.includes(category)) {
    const message = `“${segment.name}” may only be used in a campaign that declares the special ad category ${category}.`;
    return [{ rule: "SPECIAL_AD_CATEGORY", path, message }];
  }
  return segment.reason?.startsWith("alcohol") ? aboutAlcohol(segment.name, path, known) : [];
}

/** An exclusion of alcohol is no advertising for it. */
function aboutAlcohol(
  name: string,
  path: readonly string[],
  { targeting, countries }: Known,
): readonly Objection[] {
  if (path[0] === "exclusions") return [];
  const never = countries.find((country) => alcohol.never.has(country));
  if (never) {
    const message = `“${name}” cannot be used in ${never}: advertising alcohol is not lawful there.`;
    return [{ rule: "LEGAL_AGE", path, message }];
  }
  const older = countries.find((country) => alcohol.from25.has(country));
  if (!older || (targeting.age_min ?? 18) >= 25) return [];
  const message = `“${name}” in ${older} asks for people of 25 and over (age_min 25): younger bands hold people below the legal age.`;
  return [{ rule: "LEGAL_AGE", path: ["age_min"], message }];
}

/** Ages, gender and left-out people may not be chosen in a protected category; places may, down to regions. */
function narrowed(
  targeting: TargetingSpec,
  declared: readonly string[],
  countries: readonly string[],
): readonly Objection[] {
  const category = declared.find((one) => protectedCategories.includes(one));
  const holds = countries.length === 0 || countries.some(isProtectedPlace);
  if (!category || !holds) return [];
  const { age_min: min = 18, age_max: max = 65, genders = [], exclusions = {} } = targeting;
  const leftOut = (exclusions.interests?.length ?? 0) + (exclusions.behaviors?.length ?? 0) > 0;
  const found: [boolean, string, string][] = [
    [min !== 18, "age_min", "ages"],
    [max !== 65, "age_max", "ages"],
    [new Set(genders).size === 1, "genders", "gender"],
    [leftOut, "exclusions", "interests that are left out"],
  ];
  return found.flatMap(([is, field, what]) =>
    is
      ? {
          rule: "SPECIAL_AD_CATEGORY_NARROWED" as const,
          path: [field],
          message: `Ads of the special ad category ${category} may not be narrowed by ${what}.`,
        }
      : [],
  );
}

const isProtectedPlace = (country: string): boolean =>
  isInEu(country) || protectedElsewhere.has(country);

/** Countries that a targeting names, by themselves or through a region. None: it is everywhere. */
const countriesOf = (
  { geo_locations: places }: TargetingSpec,
  catalogue: Catalogue,
): readonly string[] => [
  ...new Set([
    ...(places?.countries ?? []),
    ...(places?.regions ?? []).map(
      ({ key }) => catalogue.getPlace(key)?.country ?? key.slice(0, 2),
    ),
  ]),
];
