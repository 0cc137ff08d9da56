import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  hoursOf,
  lastClosedDay,
  startOfDay,
  weekday,
} from "./calendar";

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Africa/Cairo",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
] as const;

describe("days in a zone", () => {
  it("begin with their first moment and end where the next begins, in every zone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: dayNumber("2024-01-01"), max: dayNumber("2028-12-31") }),
        (zone, number) => {
          const day = dayOfNumber(number);
          const start = startOfDay(day, zone);
          expect(dayOf(start, zone)).toBe(day);
          expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
          const hours = hoursOf(day, zone);
          expect(hours[0]?.from).toBe(start.getTime());
          expect(hours.at(-1)?.to).toBe(startOfDay(addDays(day, 1), zone).getTime());
        },
      ),
      { numRuns: 150 },
    );
  });

  it("have 23 hours when clocks go forward and 25 when they go back", () => {
    expect(hoursOf("2026-03-29", "Europe/Berlin").map(({ local }) => local)).not.toContain(2);
    expect(hoursOf("2026-03-29", "Europe/Berlin")).toHaveLength(23);
    expect(hoursOf("2026-10-25", "Europe/Berlin")).toHaveLength(25);
    expect(hoursOf("2026-06-01", "Europe/Berlin")).toHaveLength(24);
  });

  it("begin at one o'clock where clocks jump over midnight", () => {
    expect(startOfDay("2026-04-24", "Africa/Cairo").toISOString()).toBe("2026-04-23T22:00:00.000Z");
    expect(hoursOf("2026-04-24", "Africa/Cairo")[0]?.local).toBe(1);
  });

  it("close when the next one begins there, not here", () => {
    const now = new Date("2026-02-11T00:30:00Z");
    expect(lastClosedDay(now, "Europe/London")).toBe("2026-02-10");
    expect(lastClosedDay(now, "America/New_York")).toBe("2026-02-09");
    expect(lastClosedDay(now, "Pacific/Kiritimati")).toBe("2026-02-10");
  });

  it("count on and name their weekday", () => {
    expect(daysBetween("2026-02-27", "2026-03-02")).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    expect(daysBetween("2026-03-02", "2026-03-01")).toEqual([]);
    expect(weekday("2026-02-15")).toBe(0);
    expect(weekday("1969-12-28")).toBe(0);
  });
});
