import type { Targeting } from "@/lib/ad-api/targeting";
import { countries } from "@/lib/network/population/lists";
import { childrenOf, taxonomySegments } from "@/lib/network/segments/taxonomy";

const branches = childrenOf(null).flatMap((root) => childrenOf(root.id));
const allowed = taxonomySegments.filter(({ policy }) => policy === "allowed");

/** An audience that somebody builds click by click: each step is the audience after one more choice. */
export function buildAudience(random: () => number): readonly Targeting[] {
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error("Nothing to choose from.");
    return chosen;
  };
  const interest = (from: readonly { readonly id: string }[]) => ({ id: one(from).id });
  const places = { geo_locations: { countries: [one(countries.slice(0, 20)).code] } };
  const first = { interests: [interest(branches)] };
  const more = { interests: [...first.interests, interest(allowed)] };
  const second = { interests: [interest(branches), interest(allowed)] };
  const never = { exclusions: { interests: [interest(allowed)] } };
  return [
    { flexible_spec: [first] },
    { flexible_spec: [more] },
    { flexible_spec: [more, second] },
    { flexible_spec: [more, second], age_min: 25, age_max: 44 },
    { flexible_spec: [more, second], age_min: 25, age_max: 44, ...never },
    { flexible_spec: [more, second], age_min: 25, age_max: 44, ...never, ...places },
  ];
}
