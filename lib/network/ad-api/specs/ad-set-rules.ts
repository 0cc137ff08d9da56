import { ok } from "@/lib/result";
import { hasBudget } from "../budget-rules";
import type { Catalogue } from "../catalogue";
import { segmentPlaces } from "../check-targeting";
import { isInEu } from "../eu-countries";
import { missing, wrong } from "../fault";
import type { Rule } from "../object-spec";
import { checkWholeTargeting } from "../targeted-audiences";
import { type TargetingSpec, targetingSchema } from "../targeting-schema";

/** A launchable audience: valid, somewhere, decided about widening, and within the rules of its restricted segments. */
export const checkAdSetTargeting: Rule = async ({ data, written, account }, scope) => {
  if (!written.has("targeting")) return ok(null);
  const checked = await checkWholeTargeting(scope, account, data.targeting, "targeting");
  if (!checked.ok) return checked;
  const { targeting } = checked.value;
  if (!isSomewhere(targeting) && !targeting.custom_audiences?.length) {
    return wrong(
      ["targeting", "geo_locations"],
      "Choose at least one country or region, or a custom audience.",
      1_885_364,
    );
  }
  if (targeting.targeting_automation?.advantage_audience === undefined) {
    return wrong(
      ["targeting", "targeting_automation", "advantage_audience"],
      "Say whether the audience may be widened (advantage_audience 0 or 1).",
      1_870_227,
    );
  }
  return checkAboutChildren(targeting, scope.deps.catalogue);
};

const isSomewhere = ({ geo_locations: places }: TargetingSpec): boolean =>
  (places?.countries?.length ?? 0) + (places?.regions?.length ?? 0) > 0;

/** Segments about children may not be combined with ages or a gender. */
function checkAboutChildren(targeting: TargetingSpec, catalogue: Catalogue) {
  const { age_min: min = 18, age_max: max = 65, genders = [] } = targeting;
  if (min === 18 && max === 65 && genders.length === 0) return ok(null);
  for (const { path, id } of segmentPlaces(targeting)) {
    const segment = catalogue.getSegment(id);
    if (segment?.reason?.startsWith("about children")) {
      return wrong(
        ["targeting", ...path],
        `“${segment.name}” is about children: it cannot be combined with ages or a gender.`,
        1_487_079,
      );
    }
  }
  return ok(null);
}

export const budgetOnOneLevel: Rule = ({ data, parent }) => {
  const above = parent !== null && hasBudget(parent.data);
  if (above && hasBudget(data)) {
    const field = data.daily_budget === undefined ? "lifetime_budget" : "daily_budget";
    return wrong(
      [field],
      "The campaign has the budget; the ad set cannot have one too.",
      1_885_621,
    );
  }
  return above || hasBudget(data) ? ok(null) : missing("daily_budget");
};

export const endsWithLifetime: Rule = ({ data }) =>
  data.lifetime_budget !== undefined && data.end_time === undefined
    ? missing("end_time")
    : ok(null);

/** In the European Union an ad says on whose behalf it is shown and who paid. */
export const checkDsa: Rule = ({ data, written }, { deps }) => {
  if (!["targeting", "dsa_beneficiary", "dsa_payor"].some((name) => written.has(name))) {
    return ok(null);
  }
  const targeting = targetingSchema.parse(data.targeting);
  // A custom audience without a place is everywhere, the European Union included.
  if (isSomewhere(targeting) && !inEu(targeting, deps.catalogue)) return ok(null);
  if (!data.dsa_beneficiary) return missing("dsa_beneficiary");
  return data.dsa_payor ? ok(null) : missing("dsa_payor");
};

const inEu = ({ geo_locations: places }: TargetingSpec, catalogue: Catalogue): boolean =>
  [
    ...(places?.countries ?? []),
    ...(places?.regions ?? []).map(({ key }) => catalogue.getPlace(key)?.country ?? ""),
  ].some(isInEu);
