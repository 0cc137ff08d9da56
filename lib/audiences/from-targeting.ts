import type { Targeting } from "@/lib/ad-api/targeting";
import { ok, type Result, refuse } from "@/lib/result";
import { type Relationship, type Rules, rules, type SegmentRule } from "./rules";

export interface NotInTheBuilder {
  readonly code: "not_in_the_builder";
  readonly message: string;
}

type Group = NonNullable<Targeting["exclusions"]>;

/**
 * The rules behind a targeting spec. Refuses a spec that says more than the builder's boxes can hold
 * (made by another client of the ad API) instead of showing less than it says.
 */
export function fromTargeting(targeting: Targeting): Result<Rules, NotInTheBuilder> {
  const relationship = toRelationship(targeting);
  if (!relationship) return tooMuch("Its companies are combined in a way the builder cannot show.");
  if (targeting.custom_audiences?.length || targeting.excluded_custom_audiences?.length) {
    return tooMuch("It uses customer lists.");
  }
  if ((targeting.genders?.length ?? 0) > 1) return tooMuch("It names several genders.");
  const parsed = rules.safeParse({ ...toBoxes(targeting), ...toLimits(targeting), relationship });
  return parsed.success ? ok(parsed.data) : tooMuch("It has values the builder does not offer.");
}

function toBoxes(targeting: Targeting) {
  const [any = [], ...must] = (targeting.flexible_spec ?? []).map(toAnyOf);
  return { any, must, never: toAnyOf(targeting.exclusions ?? {}) };
}

const toLimits = ({ geo_locations: places, ...targeting }: Targeting) => ({
  countries: places?.countries ?? [],
  regions: (places?.regions ?? []).map(({ key }) => key),
  ageMin: targeting.age_min ?? 18,
  ageMax: targeting.age_max ?? 65,
  gender: toGender(targeting.genders),
  languages: targeting.locales ?? [],
  devices: targeting.user_os ?? [],
  placements: targeting.publisher_platforms ?? [],
  onSocial: targeting.nod_on_social ?? null,
  withinDays: targeting.nod_within_days ?? 180,
  minStrength: targeting.nod_min_strength ?? 1,
});

const tooMuch = (why: string) =>
  refuse(
    "not_in_the_builder",
    `This audience was made elsewhere and cannot be edited here. ${why}`,
  );

function toAnyOf(group: Group): SegmentRule[] {
  return [...(group.interests ?? []), ...(group.behaviors ?? [])].map((interest) => ({
    segment: interest.id,
    withinDays: interest.nod_within_days ?? null,
    minStrength: interest.nod_min_strength ?? null,
  }));
}

const toGender = (genders: Targeting["genders"]): Rules["gender"] => {
  if (!genders?.length) return null;
  return genders[0] === 1 ? "male" : "female";
};

/** null: both sides at once, or connections that differ in kind or age. */
function toRelationship(targeting: Targeting): Relationship | null {
  const { connections, excluded_connections: excluded } = targeting;
  if (connections && excluded) return null;
  if (excluded) {
    if (excluded.some((one) => one.nod_kind || one.nod_within_days)) return null;
    return { kind: "new_to", companies: excluded.map(({ id }) => id) };
  }
  if (!connections) return { kind: "anyone" };
  const [first] = connections;
  const by = first?.nod_kind ?? null;
  const withinDays = first?.nod_within_days ?? null;
  const same = connections.every(
    (one) => (one.nod_kind ?? null) === by && (one.nod_within_days ?? null) === withinDays,
  );
  if (!same) return null;
  return { kind: "works_with", companies: connections.map(({ id }) => id), by, withinDays };
}
