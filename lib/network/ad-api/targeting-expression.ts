import {
  ageBands,
  type CompanyRule,
  type Expression,
  listRule,
  type SegmentRule,
} from "@/lib/network/reach/expression";
import type { TargetingSpec } from "./targeting-schema";

/** Lower and upper ends of the age bands as the wire writes them, in the order of `ageBands`. */
export const ageStarts: readonly number[] = [18, 25, 35, 45, 55, 65];
export const ageEnds: readonly number[] = [24, 34, 44, 54, 64, 65];

type Group = NonNullable<TargetingSpec["exclusions"]>;
type Connections = NonNullable<TargetingSpec["connections"]>;

/** What a custom audience stands for in a question. */
export type TargetedAudience =
  | { readonly kind: "list"; readonly parts: readonly string[] }
  | {
      readonly kind: "lookalike";
      readonly country: string;
      readonly rules: readonly SegmentRule[];
    };

/** By the audience's id. One that is not there is nobody: it was deleted, or is not ready. */
export type TargetedAudiences = ReadonlyMap<string, TargetedAudience>;

/**
 * The question behind a targeting spec that `checkTargeting` let pass. Total, so that an ad set from before
 * a change of the taxonomy still reads. A group without segments asks nothing.
 */
export function toExpression(
  targeting: TargetingSpec,
  audiences: TargetedAudiences = new Map(),
): Expression {
  const { geo_locations: places, flexible_spec: groups = [] } = targeting;
  const rules = (group: Group) => segmentRules(group, targeting);
  const asked = targeting.custom_audiences?.map(({ id }) => audiences.get(id));
  const alike = asked?.find((audience) => audience?.kind === "lookalike");
  const where = {
    countries: places?.countries ?? [],
    regions: places?.regions?.map(({ key }) => key) ?? [],
  };
  return {
    groups: [...groups.map(rules), alike?.rules ?? []].filter((group) => group.length > 0),
    never: rules(targeting.exclusions ?? {}),
    ...(alike ? placesWithin(alike.country, where) : where),
    ageBands: bandsOf(targeting.age_min, targeting.age_max),
    genders: (targeting.genders ?? []).map((gender) => (gender === 1 ? "male" : "female")),
    languages: targeting.locales ?? [],
    devices: targeting.user_os ?? [],
    onSocial: targeting.nod_on_social ?? null,
    activeWithinDays: null,
    recipients: targeting.publisher_platforms ?? [],
    with: companyRules(targeting.connections),
    newTo: [
      ...companyRules(targeting.excluded_connections),
      ...(targeting.excluded_custom_audiences ?? []).flatMap(({ id }) =>
        partsOf(audiences.get(id)).map(listRule),
      ),
    ],
    onLists: alike || !asked?.length ? [] : asked.flatMap(partsOrNobody),
  };
}

/** A segment's own freshness and strength, else the audience's, else any signal that counts. */
const segmentRules = (group: Group, targeting: TargetingSpec): SegmentRule[] =>
  [...(group.interests ?? []), ...(group.behaviors ?? [])].map((one) => ({
    segment: one.id,
    withinDays: one.nod_within_days ?? targeting.nod_within_days ?? 180,
    minStrength: one.nod_min_strength ?? targeting.nod_min_strength ?? 1,
  }));

const companyRules = (connections: Connections = []): CompanyRule[] =>
  connections.map((one) => ({
    company: one.id,
    kind: one.nod_kind ?? null,
    withinDays: one.nod_within_days ?? null,
  }));

const partsOf = (audience: TargetedAudience | undefined): readonly string[] =>
  audience?.kind === "list" ? audience.parts : [];

/** No part at all must not open the question to everybody. */
const partsOrNobody = (audience: TargetedAudience | undefined): readonly string[] => {
  const parts = partsOf(audience);
  return parts.length > 0 ? parts : ["list:nobody"];
};

/** Where both hold: a lookalike is made for one country. Nowhere is said as a country that nobody lives in. */
function placesWithin(
  country: string,
  { countries, regions }: Pick<Expression, "countries" | "regions">,
): Pick<Expression, "countries" | "regions"> {
  const open = countries.length + regions.length === 0;
  if (open || countries.includes(country)) return { countries: [country], regions: [] };
  const inside = regions.filter((region) => region.startsWith(`${country}-`));
  return inside.length > 0
    ? { countries: [], regions: inside }
    : { countries: ["ZZ"], regions: [] };
}

/** Every band is no question at all. */
function bandsOf(min = 18, max = 65): Expression["ageBands"] {
  const from = ageStarts.indexOf(min);
  const to = ageEnds.indexOf(max);
  return from <= 0 && to === ageEnds.length - 1 ? [] : ageBands.slice(Math.max(0, from), to + 1);
}
