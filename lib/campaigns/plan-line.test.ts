import fc from "fast-check";
import { expect, test } from "vitest";
import type { Forecast } from "./campaign";
import { asRange, planLine, reachAt } from "./plan-line";

const people = { shown: 430_000, lower: 415_000, upper: 440_000, step: 5000, hidden: false };
const forecast: Forecast = {
  people,
  curve: [
    { spendMinor: 10_000, impressions: 20_000, reach: 18_000 },
    { spendMinor: 40_000, impressions: 80_000, reach: 60_000 },
    { spendMinor: 160_000, impressions: 320_000, reach: 170_000 },
  ],
};

test("the plan reads the forecast at its points, and half way between them", () => {
  expect(reachAt(forecast, 40_000)).toBe(60_000);
  expect(reachAt(forecast, 25_000)).toBe(39_000);
  expect(reachAt(forecast, 5_000)).toBe(9_000);
  expect(reachAt(forecast, 0)).toBe(0);
});

test("more money never reaches fewer people, and never more than fit", () => {
  const spend = fc.integer({ min: 0, max: 100_000_000 });
  fc.assert(
    fc.property(spend, spend, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(reachAt(forecast, less)).toBeLessThanOrEqual(reachAt(forecast, more) + 1e-6);
      expect(reachAt(forecast, more)).toBeLessThanOrEqual(people.shown);
    }),
  );
});

test("an audience too small to show has no plan line", () => {
  const hidden = {
    ...forecast,
    people: { shown: 0, lower: 0, upper: 1000, step: 50, hidden: true },
  };
  expect(reachAt(hidden, 40_000)).toBe(0);
  expect(reachAt({ ...forecast, curve: [] }, 40_000)).toBe(0);
});

test("a daily budget and the same money for the whole flight plan the same people", () => {
  const days = { startDay: "2026-09-01", endDay: "2026-09-04" };
  const daily = planLine(forecast, { ...days, budget: { kind: "daily", minor: 10_000 } });
  const whole = planLine(forecast, { ...days, budget: { kind: "lifetime", minor: 40_000 } });
  expect(daily).toEqual(whole);
  expect(daily.map(({ day }) => day).at(-1)).toBe("2026-09-04");
  expect(daily.at(-1)?.people).toBe(60_000);
});

test("a forecast is said as a range, never wider than the people who fit", () => {
  const { lower, upper } = asRange(people, 425_000);
  expect(lower).toBeLessThan(425_000);
  expect(upper).toBe(440_000);
});
