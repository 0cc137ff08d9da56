import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectOntoTotal, reconcile } from "./reconcile";

const noisyCells = fc.array(fc.integer({ min: -2000, max: 90_000 }), {
  minLength: 1,
  maxLength: 60,
});

const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0);

describe("parts of a total", () => {
  it("sum to the total that is shown, in its steps, and none is negative", () => {
    fc.assert(
      fc.property(noisyCells, fc.integer({ min: 1, max: 2000 }), (cells, steps) => {
        const parts = reconcile(cells, steps * 50, 50);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(steps * 50);
        expect(parts.every((part) => part >= 0 && part % 50 === 0)).toBe(true);
      }),
    );
  });

  it("lie as near to the noisy cells as any parts of that total can", () => {
    fc.assert(
      fc.property(
        noisyCells,
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (cells, total, from, to, share) => {
          const nearest = projectOntoTotal(cells, total);
          const moved = [...nearest];
          const [i, j] = [from % moved.length, to % moved.length];
          const amount = (moved[i] ?? 0) * share;
          moved[i] = (moved[i] ?? 0) - amount;
          moved[j] = (moved[j] ?? 0) + amount;
          expect(distance(nearest, cells)).toBeLessThanOrEqual(distance(moved, cells) + 1e-3);
        },
      ),
    );
  });

  it("stay as they are when they already fit", () => {
    expect(reconcile([3000, 0, 7000], 10_000, 500)).toEqual([3000, 0, 7000]);
  });

  it("of nothing are nothing", () => {
    expect(reconcile([], 0, 50)).toEqual([]);
  });
});
