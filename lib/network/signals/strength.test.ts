import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayCounts, mostADay, strengthOf, withMention } from "./strength";

const today = 20_780;
const someDays = fc.array(fc.integer({ min: today - 180, max: today }), { maxLength: 25 });
const countsOf = (days: readonly number[], most?: number): DayCounts =>
  days.reduce<DayCounts>((counts, day) => withMention(counts, day, today, most), new Map());

test("one mention is weak, three within a month are clear, eight are strong", () => {
  expect(strengthOf(countsOf([today]))).toBe(1);
  expect(strengthOf(countsOf([today, today - 29]))).toBe(1);
  expect(strengthOf(countsOf([today, today, today - 29]))).toBe(2);
  expect(strengthOf(countsOf([today, today, today - 30]))).toBe(1);
  expect(strengthOf(countsOf([1, 2, 3, 4, 5, 6, 7].map((days) => today - days)))).toBe(2);
  expect(strengthOf(countsOf([0, 1, 2, 3, 4, 5, 6, 7].map((days) => today - days)))).toBe(3);
  expect(strengthOf(countsOf(Array.from({ length: 8 }, (_, i) => today - i * 20)))).toBe(1);
});

test("what was strong within one month stays strong while it counts", () => {
  const summer = Array.from({ length: 8 }, () => today - 150);
  expect(strengthOf(countsOf([...summer, today]))).toBe(3);
});

test("an event more never makes a signal weaker", () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: today - 180, max: today }), (days, more) => {
      const before = strengthOf(countsOf(days));
      expect(strengthOf(countsOf([...days, more]))).toBeGreaterThanOrEqual(before);
    }),
  );
});

test("the order of events does not matter", () => {
  const shuffled = someDays.chain((days) =>
    fc.tuple(fc.constant(days), fc.shuffledSubarray(days, { minLength: days.length })),
  );
  fc.assert(
    fc.property(shuffled, fc.constantFrom(1, mostADay), ([days, other], most) => {
      expect(strengthOf(countsOf(other, most))).toBe(strengthOf(countsOf(days, most)));
    }),
  );
});

test("the sliding month finds what looking at every month finds", () => {
  fc.assert(
    fc.property(someDays, (days) => {
      const counts = [...countsOf(days)];
      const most = Math.max(
        0,
        ...counts.map(([end]) =>
          counts.reduce((n, [day, count]) => (day <= end && day > end - 30 ? n + count : n), 0),
        ),
      );
      expect(strengthOf(new Map(counts))).toBe(most >= 8 ? 3 : most >= 3 ? 2 : 1);
    }),
  );
});

test("days that no longer count are forgotten, and no day is counted beyond what matters", () => {
  const counts = withMention(new Map([[today - 181, 5]]), today, today);
  expect([...counts.keys()]).toEqual([today]);
  expect(countsOf(Array.from({ length: 50 }, () => today)).get(today)).toBe(mostADay);
  expect(countsOf([today, today, today], 1).get(today)).toBe(1);
  expect(withMention(new Map([[today, 5]]), today, today, 1).get(today)).toBe(5);
});
