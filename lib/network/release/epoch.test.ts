import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochOf, epochStart, isoWeek } from "./epoch";

const dates = fc.date({
  ...{ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true },
});

describe("epochs", () => {
  it.each([
    ["2026-01-01T00:00:00Z", "2026-W01"],
    ["2025-12-29T00:00:00Z", "2026-W01"],
    ["2025-12-28T23:59:59Z", "2025-W52"],
    ["2021-01-03T12:00:00Z", "2020-W53"],
    ["2024-12-30T12:00:00Z", "2025-W01"],
  ])("%s lies in ISO week %s", (at, week) => {
    expect(isoWeek(new Date(at))).toBe(week);
  });

  it("begin on their Monday, whatever the year", () => {
    fc.assert(
      fc.property(dates, (at) => {
        const start = new Date(epochStart(epochOf(at, "salt")));
        expect(start.getUTCDay()).toBe(1);
        const days = (at.getTime() - start.getTime()) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(7);
      }),
    );
    expect(() => epochStart("settled")).toThrow(RangeError);
  });

  it("change with the salt of a restored backup", () => {
    const at = new Date("2026-02-11T00:00:00Z");
    expect(epochOf(at, "a")).not.toBe(epochOf(at, "b"));
  });
});
