import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { greedyOrder } from "./greedy-order";

/** Exclusive cells of one to six audiences. */
const cells = fc.integer({ min: 1, max: 6 }).chain((audiences) =>
  fc.array(fc.nat({ max: 1_000 }), {
    minLength: 2 ** audiences,
    maxLength: 2 ** audiences,
  }),
);

const sizeOf = (exclusive: readonly number[], chosen: number) =>
  exclusive.reduce((sum, people, cell) => ((cell & chosen) !== 0 ? sum + people : sum), 0);

const maskOf = (audiences: readonly number[]) =>
  audiences.reduce((mask, audience) => mask | (1 << audience), 0);

describe("the order in which audiences add the most people", () => {
  it("begins with the largest audience and goes on with what adds most, not with the next largest", () => {
    // 100 people in A, 90 in B of whom 80 are in A too, 30 in C alone.
    expect(greedyOrder([0, 20, 10, 80, 30, 0, 0, 0])).toEqual([
      { audience: 0, adds: 100, reached: 100 },
      { audience: 2, adds: 30, reached: 130 },
      { audience: 1, adds: 10, reached: 140 },
    ]);
  });

  it("takes the audience that stands first when two add as many", () => {
    expect(greedyOrder([0, 5, 5, 0]).map(({ audience }) => audience)).toEqual([0, 1]);
    expect(greedyOrder([0, 0, 0, 7]).map(({ adds }) => adds)).toEqual([7, 0]);
  });

  it("names every audience once and ends with everybody", () => {
    fc.assert(
      fc.property(cells, (exclusive) => {
        const steps = greedyOrder(exclusive);
        const order = steps.map(({ audience }) => audience);
        expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
        expect(steps.at(-1)?.reached).toBe(sizeOf(exclusive, exclusive.length - 1));
      }),
    );
  });

  it("counts at each step the people of all audiences so far", () => {
    fc.assert(
      fc.property(cells, (exclusive) => {
        const steps = greedyOrder(exclusive);
        steps.forEach(({ reached, adds }, i) => {
          const soFar = steps.slice(0, i + 1).map(({ audience }) => audience);
          expect(reached).toBe(sizeOf(exclusive, maskOf(soFar)));
          expect(adds).toBe(reached - sizeOf(exclusive, maskOf(soFar.slice(0, -1))));
        });
      }),
    );
  });

  it("never takes an audience while another would add more, so gains never rise", () => {
    fc.assert(
      fc.property(cells, (exclusive) => {
        const steps = greedyOrder(exclusive);
        steps.forEach(({ adds }, i) => {
          const before = maskOf(steps.slice(0, i).map(({ audience }) => audience));
          for (const { audience } of steps.slice(i)) {
            const gain = sizeOf(exclusive, before | (1 << audience)) - sizeOf(exclusive, before);
            expect(gain).toBeLessThanOrEqual(adds);
          }
          expect(adds).toBeLessThanOrEqual(steps[i - 1]?.adds ?? Number.POSITIVE_INFINITY);
        });
      }),
    );
  });

  it("refuses cells that are not those of a number of audiences", () => {
    expect(() => greedyOrder([])).toThrow(RangeError);
    expect(() => greedyOrder([0, 1, 2])).toThrow(RangeError);
  });
});
