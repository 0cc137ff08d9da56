import type { Targeting } from "@/lib/ad-api/targeting";
import type { Rules, SegmentRule } from "./rules";

/**
 * The wire's targeting spec of an audience; `fromTargeting` is its exact inverse.
 * The first group of `flexible_spec` is always the "any" box, also when it is empty ({}), so that it is told from the musts.
 * Audiences are never widened (`advantage_audience` 0).
 */
export function toTargeting(rules: Rules): Targeting {
  const { relationship } = rules;
  return {
    ...(rules.any.length + rules.must.length > 0 && {
      flexible_spec: [rules.any, ...rules.must].map(toGroup),
    }),
    ...(rules.never.length > 0 && { exclusions: toGroup(rules.never) }),
    ...(rules.countries.length + rules.regions.length > 0 && {
      geo_locations: {
        ...(rules.countries.length > 0 && { countries: [...rules.countries] }),
        ...(rules.regions.length > 0 && { regions: rules.regions.map((key) => ({ key })) }),
      },
    }),
    age_min: rules.ageMin,
    age_max: rules.ageMax,
    ...(rules.gender && { genders: [rules.gender === "male" ? 1 : 2] }),
    ...(rules.languages.length > 0 && { locales: [...rules.languages] }),
    ...(rules.devices.length > 0 && { user_os: [...rules.devices] }),
    ...(rules.placements.length > 0 && { publisher_platforms: [...rules.placements] }),
    ...(relationship.kind === "works_with" && {
      connections: relationship.companies.map((id) => ({
        id,
        ...(relationship.by && { nod_kind: relationship.by }),
        ...(relationship.withinDays && { nod_within_days: relationship.withinDays }),
      })),
    }),
    ...(relationship.kind === "new_to" && {
      excluded_connections: relationship.companies.map((id) => ({ id })),
    }),
    nod_within_days: rules.withinDays,
    nod_min_strength: rules.minStrength,
    ...(rules.onSocial !== null && { nod_on_social: rules.onSocial }),
    targeting_automation: { advantage_audience: 0 },
  };
}

function toGroup(anyOf: readonly SegmentRule[]) {
  if (anyOf.length === 0) return {};
  return {
    interests: anyOf.map(({ segment, withinDays, minStrength }) => ({
      id: segment,
      ...(withinDays && { nod_within_days: withinDays }),
      ...(minStrength && { nod_min_strength: minStrength }),
    })),
  };
}
