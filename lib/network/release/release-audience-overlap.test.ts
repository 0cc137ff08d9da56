import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactCount } from "@/lib/network/reach/exact-count";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "./create-release";
import { memoryReleaseTable } from "./memory-release-table";
import { answered } from "./testing";

const by = { workspaceId: "agency" };
const codes: readonly string[] = ["BR", "DE", "ES", "FR", "IN", "US"];
const inCountry = (country: string): Expression => ({ ...everyone, countries: [country] });

/** An engine whose people sit in cells by the countries of the audiences asked for, however these are ordered. */
const release = (cells: readonly number[]) =>
  createRelease({
    engine: {
      ...referenceEngine([], () => 0),
      overlap: async (asked) =>
        Array.from({ length: 2 ** asked.length }, (_, bits) => {
          const own = asked.reduce((sum, { countries: [code] }, bit) => {
            const place = codes.indexOf(code ?? "");
            return (bits >> bit) & 1 ? sum + 2 ** place : sum;
          }, 0);
          return exactCount(cells[own] ?? 0);
        }),
    },
    table: memoryReleaseTable(),
    key: "a key that only tests know",
    epochSalt: "first",
    countries: [...codes],
    wallNow: () => new Date("2026-02-11T09:00:00Z"),
    networkNow: () => new Date("2026-02-11T09:00:00Z"),
  });

// BR alone 100,000; DE alone 30,000; both 40,000; ES alone 20,000.
const three = [0, 100_000, 30_000, 40_000, 20_000, 0, 0, 0];

describe("the overlap of audiences", () => {
  it("is exclusive cells near the truth, with each audience's size and who adds how many", async () => {
    const asked = ["ES", "BR", "DE"].map(inCountry);
    const { total, cells, sizes, order } = answered(await release(three).overlap(by, asked));
    const near = (shown: number | undefined, people: number) =>
      expect(Math.abs((shown ?? 0) - people)).toBeLessThan(3_000);
    near(total.shown, 190_000);
    near(cells[0b001]?.shown, 20_000);
    near(cells[0b010]?.shown, 100_000);
    near(cells[0b100]?.shown, 30_000);
    near(cells[0b110]?.shown, 40_000);
    expect(cells[0b111]).toMatchObject({ hidden: true, shown: 0, upper: 1_000 });
    expect(order.map(({ index }) => index)).toEqual([1, 2, 0]);
    near(sizes[1]?.shown, 140_000);
    near(order[1]?.adds.shown, 30_000);
    expect(order[2]?.reached).toEqual(total);
  });

  it("is one question however the audiences are ordered, paid once", async () => {
    const desk = release(three);
    const first = answered(await desk.overlap(by, ["BR", "DE", "ES"].map(inCountry)));
    const left = await desk.left(by);
    expect(left).toBeCloseTo(1 - 0.1112 / 100, 6);
    const again = answered(await desk.overlap(by, ["DE", "ES", "BR"].map(inCountry)));
    expect(again.cells[0b001]).toEqual(first.cells[0b010]);
    expect(again.cells[0b101]).toEqual(first.cells[0b011]);
    expect(await desk.left(by)).toBe(left);
  });

  it("has the same shape whatever is in it, parts within the whole, and gains that never rise", async () => {
    const people = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 64, maxLength: 64 });
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 2, max: 6 }), async (inside, sides) => {
        const asked = codes.slice(0, sides).map(inCountry);
        const overlap = answered(await release(inside).overlap(by, asked));
        const { total, cells, sizes, order } = overlap;
        expect([cells.length, sizes.length, order.length]).toEqual([2 ** sides, sides, sides]);
        const shown = cells.reduce((sum, cell) => sum + cell.shown, 0);
        // Rounded each to its own step: a cell below 1,000 shows nothing, the others at most half a step more.
        expect(shown).toBeLessThanOrEqual(total.shown + 2 ** sides * total.step);
        for (const size of sizes) expect(size.shown).toBeLessThanOrEqual(total.shown + total.step);
        const gains = order.map(({ adds }) => adds.shown);
        for (const [at, gain] of gains.entries()) {
          if (at > 0) expect(gain).toBeLessThanOrEqual((gains[at - 1] ?? 0) + total.step);
        }
      }),
      { numRuns: 60 },
    );
  });
});
