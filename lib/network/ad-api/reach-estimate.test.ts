import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Panel, panel } from "@/lib/ad-api/panel";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, genders } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "@/lib/network/release/create-release";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import type { BudgetWindow } from "@/lib/network/release/release-table";
import { aNetwork } from "./testing";

const fields = Object.keys(panel._zod.def.shape).join(",");
const at = new Date("2026-02-11T09:00:00Z");

/** Whoever lives anywhere is 2 million; each choice halves them, and an audience with a choice is `share` of that. */
const sizeOf = (expression: Expression, share: number): number => {
  const { groups, ageBands, genders: asked, devices, never } = expression;
  const choices = [groups, ageBands, asked, devices, never].filter((list) => list.length > 0);
  return Math.floor(choices.length === 0 ? 2_000_000 : (2_000_000 * share) / 2 ** choices.length);
};

/** A whole ad API over the real release, for a network in which every narrower audience is so small a share. */
async function aNetworkOf(share: number, over: { windows?: readonly BudgetWindow[] } = {}) {
  const charged: string[] = [];
  const table = memoryReleaseTable();
  let wall = at;
  const release = createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      count: async (expression) => exactCount(sizeOf(expression, share)),
      cells: async (expression) =>
        genders.map((gender) => ({
          values: [gender],
          count: exactCount(Math.floor(sizeOf(expression, share) / genders.length)),
        })),
    },
    table: {
      ...table,
      record: (rows, payer) => {
        charged.push(...rows.map(({ row: { kind } }) => kind));
        return table.record(rows, payer);
      },
    },
    key: "a key that only tests know",
    epochSalt: "first",
    countries: ["DE", "IN"],
    wallNow: () => wall,
    networkNow: () => wall,
    ...over,
  });
  const network = await aNetwork({ release });
  const ask = async (targeting_spec: unknown, more: Record<string, unknown> = {}) =>
    (await network.get("act_101/reachestimate", { targeting_spec, fields, ...more })).body;
  const passWeek = () => {
    wall = new Date(wall.getTime() + 7 * 86_400_000);
  };
  const forecast = async (targeting_spec: unknown) =>
    (await network.get("act_101/delivery_estimate", { targeting_spec })).body;
  return { ask, forecast, charged, passWeek };
}

const targeting = fc.record(
  {
    flexible_spec: fc.array(
      fc.record({ interests: fc.constantFrom([{ id: "473" }], [{ id: "207" }, { id: "1000" }]) }),
      { minLength: 1, maxLength: 2 },
    ),
    exclusions: fc.constant({ interests: [{ id: "207", nod_min_strength: 2 }] }),
    age_min: fc.constantFrom(25, 35),
    genders: fc.constantFrom([1], [2]),
    user_os: fc.constantFrom(["android"], ["ios", "kaios"]),
    geo_locations: fc.constantFrom({ countries: ["IN"] }, { countries: ["IN", "DE"] }),
    nod_on_social: fc.boolean(),
  },
  { requiredKeys: ["flexible_spec"] },
);

/** Keys, lengths and kinds of values; what may be missing (null) and what is there in its place are one kind. */
function shapeOf(value: unknown, key = ""): unknown {
  // Only what the question is decides how many there are; of suggestions it is the month's overview and the number shown.
  if (Array.isArray(value))
    return key === "nod_suggestions" ? "list" : value.map((one) => shapeOf(one));
  if (value === null || typeof value === "number" || key === "nod_change") return "number or null";
  if (typeof value !== "object") return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one, name)]));
}

describe("the answer about an audience below the floor", () => {
  it("has the keys, lengths and kinds of values of a shown one, and asks for as many parts", async () => {
    await fc.assert(
      fc.asyncProperty(targeting, async (spec) => {
        const [few, many] = await Promise.all([aNetworkOf(0.000_1), aNetworkOf(0.2)]);
        const [hidden, shown] = await Promise.all([few.ask(spec), many.ask(spec)]);
        expect(hidden.data.nod_range.hidden).toBe(true);
        expect(shown.data.nod_range.hidden).toBe(false);
        expect(Object.keys(hidden.data)).toEqual(Object.keys(shown.data));
        expect(shapeOf(hidden.data)).toEqual(shapeOf(shown.data));
        const families = (charged: readonly string[]) =>
          charged.map((kind) => kind.replace(/\/\d+\//, "/")).sort();
        expect(families(few.charged)).toEqual(families(many.charged));
        panel.parse(hidden.data);
      }),
      { numRuns: 25 },
    );
  });
});

const window = (questions: number): BudgetWindow => ({
  ...{ days: 7, questions, unreserved: 10 * questions, total: 10 * questions },
});
const cyclists = {
  flexible_spec: [{ interests: [{ id: "473" }] }],
  age_min: 25,
  geo_locations: { countries: ["IN"] },
};

/** Whether anything was refused; whatever was is null, and nothing else is but what there are too few to say of. */
function fitsItsRefusals(read: Panel): boolean {
  const { nod_parts: parts, nod_keeps: keeps } = read;
  expect(read.nod_of === null).toBe(parts.nod_of.refused !== null);
  expect(read.nod_messaging_only === null).toBe(parts.nod_messaging_only.refused !== null);
  expect(keeps.some(({ refused }) => refused)).toBe(parts.nod_keeps.refused !== null);
  expect(keeps.filter(({ range, refused }) => range === null && !refused)).toEqual([]);
  return Object.values(parts).some(({ refused }) => refused !== null);
}

describe("a budget that ends in the middle of a panel", () => {
  it("never refuses the whole when the size is answered: each part is there, older, or null and said to be refused", async () => {
    let halves = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3_713, max: 9_000 }), async (questions) => {
        const { ask } = await aNetworkOf(0.01, { windows: [window(questions)] });
        const { data, error } = await ask(cyclists);
        if (error) {
          expect(error.error_subcode).toBe(9_100_001);
          return;
        }
        if (fitsItsRefusals(panel.parse(data))) halves += 1;
      }),
      { numRuns: 40 },
    );
    expect(halves).toBeGreaterThan(5);
  });

  it("still lets a launch ask for its size and forecast, also of people who were never asked for", async () => {
    const spent = { days: 7, questions: 100, unreserved: 100_000, total: 100_000 };
    const { ask, forecast } = await aNetworkOf(0.01, { windows: [spent] });
    expect((await ask(cyclists)).error.error_subcode).toBe(9_100_001);
    expect((await forecast(cyclists)).error.error_subcode).toBe(9_100_001);
    const { data } = await ask(cyclists, { nod_precision: "launch" });
    expect(panel.parse(data)).toMatchObject({
      nod_range: { hidden: false },
      nod_verdict: "narrow",
    });
    expect((await forecast(cyclists)).data).toHaveLength(1);
  });

  it("leaves last week's parts, with their week", async () => {
    const rich = await aNetworkOf(0.01, { windows: [{ ...window(11_000), days: 21 }] });
    const before = panel.parse((await rich.ask(cyclists)).data);
    expect(before.nod_parts.nod_keeps).toEqual({
      as_of: "2026-02-09T00:00:00.000Z",
      refused: null,
    });
    rich.passWeek();
    const { data } = await rich.ask(cyclists);
    const after = panel.parse(data);
    expect(after.nod_as_of).toBe("2026-02-16T00:00:00.000Z");
    const weeks = Object.values(after.nod_parts).map(({ as_of }) => as_of);
    expect(weeks).toContain("2026-02-09T00:00:00.000Z");
    expect(after.nod_keeps.every(({ refused }) => !refused)).toBe(true);
  });
});
