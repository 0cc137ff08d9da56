import { countries } from "@/lib/network/population/lists";
import { ageBands, type Expression } from "@/lib/network/reach/expression";
import { getSegment } from "@/lib/network/segments/taxonomy";
import { type Overview, placeIn } from "./overview";
import type { ReleasedCount } from "./released";

/** What an audience would gain by one more segment in one of its groups: about so many people. */
export interface LikelyGain {
  readonly segment: string;
  readonly people: number;
}

/**
 * The gain of each segment in the group, estimated from numbers that are released already, so nothing is asked: people who fit,
 * times how much wider the group becomes. Within the asked places and ages a segment's share is taken as its share of everybody there, and
 * two segments meet as often as their branches do in the whole network.
 */
export function likelyGains(
  overview: Overview,
  expression: Expression,
  fits: ReleasedCount,
  group: number,
  segments: readonly string[],
): readonly LikelyGain[] {
  const chosen = (expression.groups[group] ?? []).map(({ segment }) => segment);
  const share = shareAmong(overview, expression);
  const has = 1 - chosen.reduce((without, segment) => without * (1 - share(segment)), 1);
  if (has <= 0) return [];
  const people = fits.hidden ? Math.min(fits.upper, fitByShares(overview, expression)) : fits.shown;
  return segments.map((segment) => {
    const meets = Math.max(...chosen.map((one) => lift(overview, one, segment)));
    const fresh = share(segment) * (1 - Math.min(1, has * meets));
    return { segment, people: Math.max(0, (people * fresh) / has) };
  });
}

/** People who fit if groups had nothing to do with each other. */
function fitByShares(overview: Overview, expression: Expression): number {
  const share = shareAmong(overview, expression);
  const group = (rules: Expression["groups"][number]) =>
    1 - rules.reduce((without, { segment }) => without * (1 - share(segment)), 1);
  return expression.groups.reduce(
    (people, rules) => people * group(rules),
    peopleThere(overview, expression),
  );
}

function countriesAsked({ countries: named, regions }: Expression): readonly number[] {
  const codes = new Set([...named, ...regions.map((region) => region.slice(0, 2))]);
  return countries.flatMap(({ code }, index) => (codes.size === 0 || codes.has(code) ? index : []));
}

const agesAsked = ({ ageBands: asked }: Expression): readonly number[] =>
  ageBands.flatMap((band, index) => (asked.length === 0 || asked.includes(band) ? index : []));

const sumAt = (values: readonly number[], places: readonly number[], start = 0): number =>
  places.reduce((sum, place) => sum + Math.max(0, values[start + place] ?? 0), 0);

const peopleThere = (overview: Overview, expression: Expression): number =>
  (sumAt(overview.peopleByCountry, countriesAsked(expression)) *
    sumAt(overview.peopleByAge, agesAsked(expression))) /
  Math.max(1, overview.people);

/** A segment's share of everybody in the asked places and of the asked ages, 0-1. */
function shareAmong(overview: Overview, expression: Expression): (segment: string) => number {
  const where = countriesAsked(expression);
  const who = agesAsked(expression);
  const there = Math.max(1, sumAt(overview.peopleByCountry, where));
  const ofAge = sumAt(overview.peopleByAge, who) / Math.max(1, overview.people);
  return (segment) => {
    const index = placeIn(overview.segments, segment);
    const total = overview.totals[index] ?? 0;
    if (total <= 0 || ofAge <= 0) return 0;
    const local = sumAt(overview.byCountry, where, index * countries.length) / there;
    const byAge = sumAt(overview.byAge, who, index * ageBands.length) / total;
    return Math.min(1, (local * byAge) / ofAge);
  };
}

/** How much more often two segments' branches meet than by chance; 1 where that is not known. */
function lift(overview: Overview, one: string, other: string): number {
  const [a, b] = [branchOf(overview, one), branchOf(overview, other)].sort((x, y) => x - y);
  if (a === undefined || b === undefined || a < 0 || a === b) return 1;
  const both = overview.pairs[pairIndex(a, b, overview.branches.length)] ?? 0;
  const expected = (sizeOf(overview, a) * sizeOf(overview, b)) / Math.max(1, overview.people);
  return expected < 1 ? 1 : Math.max(0, both) / expected;
}

const sizeOf = (overview: Overview, branch: number): number =>
  Math.max(0, overview.totals[placeIn(overview.segments, overview.branches[branch] ?? "")] ?? 0);

/** (0,1) (0,2) ... (0,n-1) (1,2) ... */
export const pairIndex = (a: number, b: number, n: number): number =>
  a * n - (a * (a + 1)) / 2 + (b - a - 1);

/** The second tier of the segment's path, as an index into the overview's branches; -1 for a root. */
function branchOf(overview: Overview, segment: string): number {
  for (let id: string | null = segment; id !== null; id = getSegment(id)?.parentId ?? null) {
    const index = placeIn(overview.branches, id);
    if (index >= 0) return index;
  }
  return -1;
}
