import {
  ageBands,
  type CompanyRule,
  type Expression,
  type SegmentRule,
} from "@/lib/network/reach/expression";
import type { TargetingSpec } from "./targeting-schema";

/** Lower and upper ends of the age bands as the wire writes them, in the order of `ageBands`. */
export const ageStarts: readonly number[] = [18, 25, 35, 45, 55, 65];
export const ageEnds: readonly number[] = [24, 34, 44, 54, 64, 65];

type Group = NonNullable<TargetingSpec["exclusions"]>;
type Connections = NonNullable<TargetingSpec["connections"]>;

/**
 * The question behind a targeting spec that `checkTargeting` let pass. Total, so that an ad set from before
 * a change of the taxonomy still reads. A group without segments asks nothing.
 */
export function toExpression(targeting: TargetingSpec): Expression {
  const { geo_locations: places, flexible_spec: groups = [] } = targeting;
  const rules = (group: Group) => segmentRules(group, targeting);
  return {
    groups: groups.map(rules).filter((group) => group.length > 0),
    never: rules(targeting.exclusions ?? {}),
    countries: places?.countries ?? [],
    regions: places?.regions?.map(({ key }) => key) ?? [],
    ageBands: bandsOf(targeting.age_min, targeting.age_max),
    genders: (targeting.genders ?? []).map((gender) => (gender === 1 ? "male" : "female")),
    languages: targeting.locales ?? [],
    devices: targeting.user_os ?? [],
    onSocial: targeting.nod_on_social ?? null,
    activeWithinDays: null,
    recipients: targeting.publisher_platforms ?? [],
    with: companyRules(targeting.connections),
    newTo: companyRules(targeting.excluded_connections),
    onLists: [],
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

/** Every band is no question at all. */
function bandsOf(min = 18, max = 65): Expression["ageBands"] {
  const from = ageStarts.indexOf(min);
  const to = ageEnds.indexOf(max);
  return from <= 0 && to === ageEnds.length - 1 ? [] : ageBands.slice(Math.max(0, from), to + 1);
}
