import { describe, expect, it } from "vitest";
import { countries, segmentIds } from "@/lib/network/population/lists";
import { ageBands, type Expression, everyone } from "@/lib/network/reach/expression";
import { display } from "@/lib/network/release/display";
import type { Overview } from "@/lib/network/release/overview";
import { childrenOf, listAllowed } from "@/lib/network/segments/taxonomy";
import { networkCatalogue } from "./network-catalogue";
import { suggestSegments } from "./suggest-segments";

const branches = childrenOf(null).flatMap((root) => childrenOf(root.id));
const branch = branches.find(
  ({ id }) => childrenOf(id).filter((s) => s.policy === "allowed").length > 8,
);
const family = childrenOf(branch?.id ?? "").filter(({ policy }) => policy === "allowed");
const [chosen, ...siblings] = family.map(({ id }) => id);

/** Every segment has the same number of people, but for the second sibling, who is large, and the third, who is tiny. */
const sizes = segmentIds.map((id) =>
  id === siblings[1] ? 300_000 : id === siblings[2] ? 10 : 20_000,
);
const evenly = (total: number, among: number) => new Array<number>(among).fill(total / among);
const overview: Overview = {
  month: "2026-11",
  asOf: "2026-11-01T00:00:00.000Z",
  segments: segmentIds,
  branches: branches.map(({ id }) => id),
  people: 1_000_000,
  peopleByCountry: evenly(1_000_000, countries.length),
  peopleByAge: evenly(1_000_000, ageBands.length),
  totals: sizes,
  byCountry: sizes.flatMap((size) => evenly(size, countries.length)),
  byAge: sizes.flatMap((size) => evenly(size, ageBands.length)),
  pairs: evenly(0, (branches.length * (branches.length - 1)) / 2),
};
const rule = (segment = "") => ({ segment, withinDays: 180, minStrength: 1 }) as const;
const suggest = (expression: Expression, boxes: readonly string[] = ["any"]) =>
  suggestSegments(
    networkCatalogue,
    overview,
    expression,
    boxes,
    display(20_000, 98, overview.asOf),
  );

describe("suggested interests", () => {
  it("are neighbours of what was chosen, the one that brings most people first, three at most", () => {
    const found = suggest({ ...everyone, groups: [[rule(chosen)]] });
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ box: "any", id: siblings[1], gain: 290_000 });
    expect(found.every(({ id }) => siblings.includes(id))).toBe(true);
    expect(found.every(({ gain }) => Number(gain.toPrecision(2)) === gain)).toBe(true);
  });

  it("are never ones that are chosen or excluded already, or that would add next to nobody", () => {
    const groups = [[rule(chosen), rule(siblings[1])]];
    const found = suggest({ ...everyone, groups, never: [rule(siblings[0])] });
    const ids = found.map(({ id }) => id);
    for (const id of [siblings[0], siblings[1], siblings[2]]) expect(ids).not.toContain(id);
  });

  it("are allowed ones only: a restricted interest is chosen by somebody who knows its rule", () => {
    const restricted = listAllowed().filter(({ policy }) => policy === "restricted");
    const parents = restricted.flatMap(({ parentId }) => (parentId ? [parentId] : []));
    const beside = listAllowed().filter(
      ({ parentId, policy }) => policy === "allowed" && parentId && parents.includes(parentId),
    );
    const ids = beside.flatMap(({ id }) =>
      suggest({ ...everyone, groups: [[rule(id)]] }).map((one) => one.id),
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => restricted.some((one) => one.id === id))).toEqual([]);
  });

  it("are none for an empty box", () => {
    expect(suggest(everyone, [])).toEqual([]);
  });
});
