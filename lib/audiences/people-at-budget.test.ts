import { expect, test } from "vitest";
import { peopleAtBudget } from "./people-at-budget";

const curve = [
  { spendMinor: 10_000, impressions: 2_000, reach: 1_800 },
  { spendMinor: 40_000, impressions: 8_000, reach: 6_000 },
];

test("a budget between two points reaches people in between", () => {
  expect(peopleAtBudget(curve, 5_000)).toBe(900);
  expect(peopleAtBudget(curve, 25_000)).toBe(3_900);
  expect(peopleAtBudget(curve, 40_000)).toBe(6_000);
});

test("more than the forecast knows reaches no more, and no budget reaches nobody we could name", () => {
  expect(peopleAtBudget(curve, 1_000_000)).toBe(6_000);
  expect(peopleAtBudget(curve, 0)).toBeNull();
  expect(peopleAtBudget([], 10_000)).toBeNull();
});
