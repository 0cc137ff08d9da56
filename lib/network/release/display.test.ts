import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { display, displayProjection, displayStep } from "./display";

const at = "2026-02-11T00:00:00.000Z";

describe("a number of people as it is shown", () => {
  it("is fewer than 1,000 below the floor, and looks the same for nobody and for 999", () => {
    expect(display(999, 100, at)).toEqual(display(-250, 100, at));
    expect(display(999, 100, at)).toMatchObject({
      hidden: true,
      shown: 0,
      lower: 0,
      upper: 1000,
      launchable: false,
    });
    expect(display(1000, 100, at).hidden).toBe(false);
  });

  it.each([
    [1000, 50],
    [9999, 50],
    [10_000, 500],
    [99_999, 500],
    [100_000, 5000],
    [1_000_000, 50_000],
  ])("of %i people is rounded to %i", (people, step) => {
    expect(displayStep(people)).toBe(step);
  });

  it("may be launched from three standard deviations above the floor", () => {
    expect(display(1300, 100, at).launchable).toBe(true);
    expect(display(1299, 100, at).launchable).toBe(false);
  });

  it("has a range that holds two standard deviations and at least 2 % on both sides", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 50_000_000 }),
        fc.constantFrom(50, 100, 150, 500),
        (value, sigma) => {
          const { shown, lower, upper, step } = display(value, sigma, at);
          expect(Math.abs(shown - value)).toBeLessThanOrEqual(step / 2);
          expect(lower).toBeLessThanOrEqual(Math.max(0, shown - Math.max(2 * sigma, 0.02 * shown)));
          expect(upper).toBeGreaterThanOrEqual(shown + Math.max(2 * sigma, 0.02 * shown));
          expect(Math.abs((lower / step) % 1)).toBe(0);
          expect(Math.abs((upper / step) % 1)).toBe(0);
        },
      ),
    );
  });

  it("never falls when the value rises", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 3_000_000 }),
        fc.integer({ min: 0, max: 2000 }),
        (value, more) => {
          expect(display(value + more, 100, at).shown).toBeGreaterThanOrEqual(
            display(value, 100, at).shown,
          );
        },
      ),
    );
  });

  it("gives a projection 10 % either way", () => {
    const { shown, lower, upper } = displayProjection(40_000, at);
    expect([shown, lower, upper]).toEqual([40_000, 36_000, 44_000]);
  });
});
