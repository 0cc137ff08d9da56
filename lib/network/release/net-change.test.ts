import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netChange } from "./net-change";

const noisy = fc.record({
  value: fc.integer({ min: -2_000, max: 5_000_000 }),
  sigma: fc.constantFrom(50, 100, 150, 500),
});

describe("the change of a number of people", () => {
  it("is said with two digits", () => {
    const sigma = 150;
    expect(netChange({ value: 21_740, sigma }, { value: 24_060, sigma })).toBe(-2_300);
    expect(netChange({ value: 431_200, sigma: 500 }, { value: 418_900, sigma: 500 })).toBe(12_000);
  });

  it("is never said within three standard deviations of both together, nor of a hidden number", () => {
    fc.assert(
      fc.property(noisy, noisy, (now, before) => {
        const within =
          Math.abs(now.value - before.value) <= 3 * Math.hypot(now.sigma, before.sigma);
        const isHidden = now.value < 1_000 || before.value < 1_000;
        const change = netChange(now, before);
        expect(change === null).toBe(within || isHidden);
        if (change === null) return;
        expect(Math.sign(change)).toBe(Math.sign(now.value - before.value));
        expect(Math.abs(change / (now.value - before.value) - 1)).toBeLessThanOrEqual(0.05);
      }),
    );
  });
});
