import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { display } from "@/lib/network/release/display";
import { exposureOf, exposures, reachedShare } from "./exposure";
import { predictCampaign } from "./predict-campaign";
import { reachOf } from "./reach-curve";
import { aFlight } from "./testing";

const size = (people: number) => display(people, 150, "2026-02-01T00:00:00.000Z");
const predict = (people: number, cap: { times: number; days: number } | null, days = 28) =>
  predictCampaign({ flight: aFlight(), size: size(people), days, day: "2026-03-02", cap });

const cap = fc.option(
  fc.record({ times: fc.integer({ min: 1, max: 8 }), days: fc.integer({ min: 1, max: 30 }) }),
);
const length = fc.integer({ min: 1, max: 60 });

describe("how often people meet an ad", () => {
  it("is the reach curve of delivery, when nothing is capped", () => {
    for (const mean of [0.05, 0.5, 2, 10, 60]) {
      expect(reachedShare(mean)).toBeCloseTo(reachOf(1, mean), 3);
    }
  });

  it("never is more often than the cap, and shares of those reached sum to one", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        length,
        cap,
        (mean, days, kept) => {
          const shares = exposures(mean, days, kept);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
          const most = kept ? kept.times * Math.ceil(days / kept.days) : Number.POSITIVE_INFINITY;
          for (const [index, share] of shares.entries())
            if (index + 1 > most) expect(share).toBe(0);
          expect(exposureOf(mean, days, kept)).toBeLessThanOrEqual(Math.min(mean * 1.001, most));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a prediction", () => {
  it("grows with the budget, stays below the audience, and its frequency fits its impressions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000, max: 2_000_000 }), length, cap, (people, days, kept) => {
        const predictor = predict(people, kept, days);
        if (!predictor) throw new Error("The audience is large enough.");
        const { budgetMinor } = predictor.most;
        let before = 0;
        for (const part of [0.01, 0.1, 0.4, 1]) {
          const point = predictor.atBudget(Math.ceil(budgetMinor * part));
          expect(point.reach).toBeGreaterThanOrEqual(before);
          expect(point.reach).toBeLessThanOrEqual(size(people).shown);
          before = point.reach;
        }
      }),
      { numRuns: 30 },
    );
  });

  it("reaches more people for the same money under a cap", () => {
    const [free, capped] = [predict(200_000, null), predict(200_000, { times: 2, days: 28 })];
    const budget = Math.round((capped?.most.budgetMinor ?? 0) / 2);
    expect(capped?.atBudget(budget).reach).toBeGreaterThan(free?.atBudget(budget).reach ?? 0);
  });

  it("turned around finds about the budget that reaches so many, and none for what is beyond reach", () => {
    const predictor = predict(200_000, { times: 3, days: 7 });
    if (!predictor) throw new Error("The audience is large enough.");
    const half = predictor.atBudget(Math.round(predictor.most.budgetMinor / 4));
    const back = predictor.atReach(half.reach);
    expect(back?.reach).toBe(half.reach);
    expect(back?.budgetMinor).toBeLessThanOrEqual(half.budgetMinor);
    expect(predictor.atReach(predictor.most.reach + 5_000)).toBeNull();
  });

  it("is not made of an audience that is too small to be shown", () => {
    expect(predict(900, null)).toBeNull();
  });
});
