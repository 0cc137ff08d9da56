import { expect, test } from "vitest";
import { peopleAtBudget, typicalBudget } from "./people-at-budget";

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

test("the budget that is shown first is a round one", () => {
  expect(typicalBudget(curve, 100)).toBe(40_000);
  expect(typicalBudget([{ spendMinor: 3_085_918, impressions: 1, reach: 1 }], 100)).toBe(3_000_000);
  expect(typicalBudget([], 100)).toBeNull();
});
