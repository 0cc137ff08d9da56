import { expect, test } from "vitest";
import { methodFacts } from "./method-facts";

test("the method page says what the accounting says, window by window", () => {
  const rows = methodFacts().windows.map((window) => [
    window.days,
    Number(window.epsilon.toFixed(2)),
    Number(window.epsilonWithOverviews.toFixed(2)),
    Number(window.advantage.toFixed(3)),
    Number(window.advantageWithOverviews.toFixed(3)),
  ]);
  expect(rows).toEqual([
    [7, 1.88, 2.25, 0.126, 0.148],
    [30, 2.99, 3.25, 0.194, 0.209],
    [365, 7.16, 8.63, 0.416, 0.483],
  ]);
});

test("the method page names the floor, the launch gate and every precision there is", () => {
  const facts = methodFacts();
  expect(facts).toMatchObject({ floor: 1000, launch: 1150, shareFloor: 10_000 });
  expect(facts.precision.map(({ sigma }) => sigma)).toEqual([500, 150, 100, 50]);
});
