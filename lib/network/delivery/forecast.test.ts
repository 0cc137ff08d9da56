import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { display } from "@/lib/network/release/display";
import { forecastDay } from "./forecast";
import { aFlight, anAccount } from "./testing";

const size = (people: number) => display(people, 150, "2026-02-01T00:00:00.000Z");

describe("what a day would bring at growing budgets", () => {
  it("grows in twelve steps and diminishes: every further coin buys less", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2_000, max: 3_000_000 }),
        fc.constantFrom("EUR", "INR", "JPY"),
        (people, currency) => {
          const account = anAccount({ currency, minorUnits: currency === "JPY" ? 1 : 100 });
          const curve = forecastDay(aFlight({ account }), size(people), "2026-03-02") ?? [];
          expect(curve).toHaveLength(12);
          for (const [index, point] of curve.entries()) {
            const before = curve[index - 1];
            expect(point.reach).toBeLessThanOrEqual(size(people).shown);
            expect(point.reach).toBeLessThanOrEqual(point.impressions + 50);
            if (!before) continue;
            expect(point.spendMinor).toBeGreaterThan(before.spendMinor);
            expect(point.impressions).toBeGreaterThanOrEqual(before.impressions);
            expect(point.reach).toBeGreaterThanOrEqual(before.reach);
          }
          const [first, last] = [curve[4], curve[11]];
          if (!first || !last) throw new Error("The curve has twelve points.");
          expect(last.reach / last.spendMinor).toBeLessThan(first.reach / first.spendMinor);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is not said of an audience that is too small to be shown", () => {
    expect(forecastDay(aFlight(), size(900), "2026-03-02")).toBeNull();
  });
});
