import { describe, expect, it } from "vitest";
import { countries } from "@/lib/network/population/lists";
import { ageBands, type Expression, everyone } from "@/lib/network/reach/expression";
import { childrenOf } from "@/lib/network/segments/taxonomy";
import { display } from "./display";
import { likelyGains, pairIndex } from "./likely-gain";
import type { Overview } from "./overview";

const branches = childrenOf(null)
  .flatMap((root) => childrenOf(root.id))
  .map(({ id }) => id);
const [first = "", second = "", third = ""] = branches;
const at = "2026-11-01T00:00:00.000Z";
const segments = [first, second, third];

/** A million people, evenly over countries and ages; each branch has 100,000 of them. */
function anOverview(together: number): Overview {
  const people = 1_000_000;
  const evenly = (total: number, among: number) => new Array<number>(among).fill(total / among);
  const pairs = evenly(0, (branches.length * (branches.length - 1)) / 2);
  pairs[pairIndex(0, 1, branches.length)] = together;
  pairs[pairIndex(0, 2, branches.length)] = 10_000;
  return {
    month: "2026-11",
    asOf: at,
    segments,
    branches,
    people,
    peopleByCountry: evenly(people, countries.length),
    peopleByAge: evenly(people, ageBands.length),
    totals: [100_000, 100_000, 100_000],
    byCountry: segments.flatMap(() => evenly(100_000, countries.length)),
    byAge: segments.flatMap(() => evenly(100_000, ageBands.length)),
    pairs,
  };
}

const asking = (segment: string): Expression => ({
  ...everyone,
  groups: [[{ segment, withinDays: 180, minStrength: 1 }]],
});
const gain = (overview: Overview, expression: Expression, shown: number, segment: string) =>
  likelyGains(overview, expression, display(shown, 98, at), 0, [segment])[0]?.people ?? -1;

describe("what one more interest would add", () => {
  it("is the interest's people who are not in the audience yet", () => {
    // Independent: 90 % of the second branch's 100,000 people are new.
    expect(gain(anOverview(10_000), asking(first), 100_000, second)).toBeCloseTo(90_000, -2);
  });

  it("is less for an interest whose people are mostly in already, and never negative", () => {
    expect(gain(anOverview(80_000), asking(first), 100_000, second)).toBeCloseTo(20_000, -2);
    expect(gain(anOverview(400_000), asking(first), 100_000, second)).toBe(0);
  });

  it("follows the number shown, so other choices cut it as they cut the audience", () => {
    expect(gain(anOverview(10_000), asking(first), 20_000, second)).toBeCloseTo(18_000, -2);
  });

  it("stays below the floor's worth when the audience itself is hidden", () => {
    const hidden = gain(anOverview(10_000), asking(first), 500, second);
    expect(hidden).toBeGreaterThan(0);
    expect(hidden).toBeLessThanOrEqual(1_000);
  });

  it("asks about the places and ages of the audience only", () => {
    const overview = anOverview(10_000);
    const [country] = countries;
    const byCountry = [...overview.byCountry];
    byCountry[countries.length] = 0;
    const here = { ...asking(first), countries: [country?.code ?? ""] };
    expect(gain({ ...overview, byCountry }, here, 100_000, second)).toBe(0);
    expect(gain(overview, here, 100_000, second)).toBeCloseTo(90_000, -2);
  });

  it("pairs of branches are numbered without gaps", () => {
    const numbers = [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].filter((b) => b > a).map((b) => pairIndex(a, b, 4)),
    );
    expect(numbers).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
