import { companies, countries, regions } from "@/lib/network/population/lists";
import { type Expression, everyone, type SegmentRule } from "@/lib/network/reach/expression";
import { childrenOf, taxonomySegments } from "@/lib/network/segments/taxonomy";

/** Numbers from a seed, so that every run asks the same questions. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

const branches = childrenOf(null).flatMap((root) => childrenOf(root.id));
const allowed = taxonomySegments.filter(({ policy }) => policy === "allowed");
const twigs = allowed.filter(({ path }) => path.split(" > ").length === 3);
const leaves = allowed.filter(({ id }) => childrenOf(id).length === 0);

/** Eight questions that grow from one country to three groups over branches, exclusions, places and companies. */
export function eightQuestions(random: () => number): Expression[] {
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error("Nothing to choose from.");
    return chosen;
  };
  const some = <T>(list: readonly T[], count: number) =>
    Array.from({ length: count }, () => one(list));
  const rule = (from: typeof leaves, narrow: Partial<SegmentRule> = {}): SegmentRule => ({
    segment: one(from).id,
    withinDays: 180,
    minStrength: 1,
    ...narrow,
  });
  const rules = (from: typeof leaves, count: number, narrow?: Partial<SegmentRule>) =>
    Array.from({ length: count }, () => rule(from, narrow));
  const codes = (count: number) => some(countries.slice(0, 20), count).map(({ code }) => code);
  const working = { ageBands: ["25-34", "35-44"] } as const;
  const shop = () => ({ company: one(companies.slice(0, 80)).id, kind: null, withinDays: null });

  return [
    { ...everyone, countries: codes(1) },
    { ...everyone, groups: [rules(leaves, 1)] },
    { ...everyone, groups: [rules(twigs, 2)], countries: codes(2), ...working },
    { ...everyone, groups: [rules(branches, 1)], genders: ["female"] },
    { ...everyone, groups: [rules(twigs, 3), rules(leaves, 4)], countries: codes(5) },
    {
      ...everyone,
      groups: [rules(branches, 2, { withinDays: 30 }), rules(twigs, 2, { minStrength: 2 })],
      never: rules(leaves, 2),
      ...working,
    },
    {
      ...everyone,
      groups: [rules(branches, 2), rules(twigs, 4)],
      never: rules(twigs, 2),
      regions: some(regions.slice(0, 200), 3).map(({ code }) => code),
      countries: codes(6),
      with: [shop(), shop()],
    },
    {
      ...everyone,
      groups: [rules(branches, 3), rules(branches, 2, { withinDays: 90 }), rules(twigs, 5)],
      never: [...rules(leaves, 4), ...rules(twigs, 1)],
      newTo: [shop()],
      devices: ["android", "ios"],
    },
  ];
}

/** The same question after one more click: another interest in its last group. */
export function edited(expression: Expression, random: () => number): Expression {
  const segment = leaves[Math.floor(random() * leaves.length)]?.id ?? "";
  const more: SegmentRule = { segment, withinDays: 180, minStrength: 1 };
  const groups = expression.groups.length === 0 ? [[]] : expression.groups;
  return {
    ...expression,
    groups: groups.map((group, i) => (i === groups.length - 1 ? [...group, more] : group)),
  };
}
