import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "@/lib/network/delivery/calendar";
import { formatTime, isDay, parseTime } from "./zone-time";

const zones = ["Europe/Berlin", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Auckland", "UTC"];
const moment = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  .map((seconds) => new Date(seconds * 1000));

describe("times in an account's zone", () => {
  it("are read back as the moments they were, also where clocks change", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
        const text = formatTime(at, zone);
        expect(parseTime(text, "UTC")).toEqual(at);
        expect(new Date(text)).toEqual(at);
        expect(text.startsWith(dayOf(at, zone))).toBe(true);
      }),
    );
  });

  it("without an offset are the zone's wall clock", () => {
    const berlin = (text: string) => parseTime(text, "Europe/Berlin")?.toISOString();
    expect(berlin("2026-03-01")).toBe("2026-02-28T23:00:00.000Z");
    expect(berlin("2026-07-01T12:30")).toBe("2026-07-01T10:30:00.000Z");
    expect(berlin("1780000000")).toBe("2026-05-28T20:26:40.000Z");
    expect(berlin("2026-07-01T12:30:00-0230")).toBe("2026-07-01T15:00:00.000Z");
  });

  it("that do not exist are no times", () => {
    for (const text of ["2026-02-30", "tomorrow", "2026-01-01T25:00", "", "12"]) {
      expect(parseTime(text, "UTC")).toBeNull();
    }
    expect(isDay("2026-02-29")).toBe(false);
    expect(isDay("2028-02-29")).toBe(true);
  });
});
