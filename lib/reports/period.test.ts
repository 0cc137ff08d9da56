import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/campaigns/days";
import {
  daysIn,
  daysInBoth,
  isMonth,
  lastFourWeeks,
  monthOf,
  periodAfter,
  periodBefore,
} from "./period";
import { reachCurve, reachOf } from "./planned-reach";
import { plannedSpend } from "./planned-spend";

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2024-01-01", days));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 120 }))
  .map(([since, days]) => ({ since, until: addDays(since, days) }));

describe("Periods", () => {
  test("the last four weeks end with the last closed day", () => {
    expect(lastFourWeeks("2026-09-29")).toEqual({ since: "2026-09-01", until: "2026-09-28" });
  });

  test("a whole month is followed and preceded by whole months", () => {
    const february = { since: "2028-02-01", until: "2028-02-29" };
    expect(monthOf("2028-02-11")).toEqual(february);
    expect(isMonth(february)).toBe(true);
    expect(periodBefore(february)).toEqual({ since: "2028-01-01", until: "2028-01-31" });
    expect(periodAfter(february)).toEqual({ since: "2028-03-01", until: "2028-03-31" });
  });

  test("any other period has neighbours of its own length that touch it", () => {
    fc.assert(
      fc.property(period, (one) => {
        fc.pre(!isMonth(one));
        const before = periodBefore(one);
        const after = periodAfter(one);
        expect(addDays(before.until, 1)).toBe(one.since);
        expect(addDays(one.until, 1)).toBe(after.since);
        expect(daysIn(before)).toBe(daysIn(one));
        expect(daysIn(after)).toBe(daysIn(one));
        expect(daysInBoth(one, after)).toBe(0);
      }),
    );
  });
});

describe("Planned spend", () => {
  const days = { startDay: "2026-09-10", endDay: "2026-09-19" };

  test("is the daily budget on the days that both have", () => {
    const plan = { ...days, budget: { kind: "daily" as const, minor: 100 } };
    expect(plannedSpend(plan, { since: "2026-09-01", until: "2026-09-30" })).toBe(1000);
    expect(plannedSpend(plan, { since: "2026-09-18", until: "2026-09-30" })).toBe(200);
    expect(plannedSpend(plan, { since: "2026-10-01", until: "2026-10-30" })).toBe(0);
  });

  test("is a lifetime budget's even share, and all of it over all days", () => {
    const plan = { ...days, budget: { kind: "lifetime" as const, minor: 999 } };
    expect(plannedSpend(plan, { since: "2026-09-01", until: "2026-09-30" })).toBe(999);
    expect(plannedSpend(plan, { since: "2026-09-10", until: "2026-09-14" })).toBe(500);
  });

  test("is unknown while the plan has no budget or no days", () => {
    const september = { since: "2026-09-01", until: "2026-09-30" };
    expect(plannedSpend({ ...days, budget: { kind: "daily", minor: null } }, september)).toBeNull();
    expect(plannedSpend({ budget: { kind: "daily", minor: 5 } }, september)).toBeNull();
  });
});

describe("The reach curve through what was measured", () => {
  test("goes through its point, never falls and never passes the impressions", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2_000, max: 5_000_000 }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (people, times, asked) => {
          const impressions = people * times;
          const reached = reachOf(impressions, people);
          const curve = reachCurve(impressions, reached);
          expect(curve?.(impressions)).toBeCloseTo(reached, -1);
          const there = curve?.(impressions * asked) ?? 0;
          expect(there).toBeLessThanOrEqual(impressions * asked * 1.0001);
          if (asked > 1) expect(there).toBeGreaterThanOrEqual(reached * 0.9999);
        },
      ),
    );
  });

  test("says nothing where nothing was measured", () => {
    expect(reachCurve(0, 0)).toBeNull();
    expect(reachCurve(100, 0)).toBeNull();
  });
});
