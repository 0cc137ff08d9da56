import type { SegmentRule, Strength, WindowDays } from "@/lib/network/reach/expression";

/** What people like a list's are, once it was found out: kept with the audience and never computed again. */
export interface FrozenLookalike {
  readonly country: string;
  /** How over-represented each chosen branch is among the list's people, the most first. */
  readonly weights: readonly { readonly branch: string; readonly lift: number }[];
  /** Any of these holds for whoever is in the audience. */
  readonly rules: readonly SegmentRule[];
}

/** An interest is as intense as it is strong and fresh; each of these holds for whoever the one before holds for. */
export const intensities: readonly (readonly [Strength, WindowDays])[] = [
  [3, 7],
  [3, 30],
  [2, 30],
  [2, 90],
  [1, 90],
  [1, 180],
];

/** So many branches make an audience at most: what it is made of is said in a sentence. */
export const mostBranches = 8;

/** A cell below this in the country tells nothing: its noise has a standard deviation of 150. */
const leastInCountry = 1_500;

export const branchRule = (
  branch: string,
  [minStrength, withinDays]: readonly [Strength, WindowDays] = [1, 180],
): SegmentRule => ({ segment: branch, withinDays, minStrength });

/**
 * The branches in which the list's people stand more often than the country's, the most over-represented first. Each person
 * counts in one cell, the first branch that they have in the order of `branches`; from noisy cells, so it may be asked and kept freely.
 */
export function overRepresented(
  branches: readonly string[],
  seed: readonly number[],
  country: readonly number[],
): FrozenLookalike["weights"] {
  const total = (cells: readonly number[]) =>
    Math.max(
      1,
      cells.reduce((sum, people) => sum + Math.max(0, people), 0),
    );
  const [seeds, everybody] = [total(seed), total(country)];
  return branches
    .map((branch, i) => {
      const there = country[i] ?? 0;
      const share = Math.max(0, seed[i] ?? 0) / seeds;
      const usual = Math.max(leastInCountry, there) / everybody;
      return { branch, there, lift: Math.round((100 * share) / usual) / 100 };
    })
    .filter(({ there, lift }) => there >= leastInCountry && lift > 0)
    .sort((a, b) => b.lift - a.lift)
    .slice(0, mostBranches)
    .map(({ branch, lift }) => ({ branch, lift }));
}

/** Rules of the first so many branches, so intense. */
export const likenessRules = (
  weights: FrozenLookalike["weights"],
  many: number,
  intensity: number,
): readonly SegmentRule[] =>
  weights.slice(0, many).map(({ branch }) => branchRule(branch, intensities[intensity]));

/**
 * The audience whose size comes nearest to the asked one: the most intense interest at which all branches together are
 * enough, in as few of them as it takes. `sizeOf` answers released sizes; null: refused, and so is this.
 */
export async function cutToSize(
  weights: FrozenLookalike["weights"],
  target: number,
  sizeOf: (rules: readonly SegmentRule[]) => Promise<number | null>,
): Promise<readonly SegmentRule[] | null> {
  const last = intensities.length - 1;
  let intensity = 0;
  let rules = likenessRules(weights, weights.length, intensity);
  let size = await sizeOf(rules);
  while (size !== null && size < target && intensity < last) {
    intensity += 1;
    rules = likenessRules(weights, weights.length, intensity);
    size = await sizeOf(rules);
  }
  if (size === null) return null;
  for (let many = weights.length - 1; many >= 1; many -= 1) {
    const fewer = likenessRules(weights, many, intensity);
    const smaller = await sizeOf(fewer);
    if (smaller === null) return null;
    if (Math.abs(smaller - target) > Math.abs(size - target)) break;
    [rules, size] = [fewer, smaller];
  }
  return rules;
}
