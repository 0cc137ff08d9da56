import { expect, test } from "vitest";
import { methodFacts } from "./method-facts";

test("the method page says what the accounting says, with an overview for every month that a window touches", () => {
  const rows = methodFacts().windows.map((window) => [
    window.days,
    Number(window.epsilon.toFixed(2)),
    Number(window.epsilonWithOverviews.toFixed(2)),
    Number(window.advantage.toFixed(3)),
    Number(window.advantageWithOverviews.toFixed(3)),
  ]);
  expect(rows).toEqual([
    [7, 1.88, 2.57, 0.126, 0.168],
    [30, 2.99, 3.72, 0.194, 0.236],
    [365, 7.16, 8.75, 0.416, 0.488],
  ]);
});

test("the method page names the floor, the launch gate and every precision there is", () => {
  const facts = methodFacts();
  expect(facts).toMatchObject({ floor: 1000, launch: 1150, shareFloor: 10_000 });
  expect(facts.precision.map(({ sigma }) => sigma)).toEqual([500, 150, 100, 50]);
});
