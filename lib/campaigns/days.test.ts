import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dayIn,
  daysBetween,
  daysOf,
  isDay,
  isoInZone,
  shareOfDay,
  startOfDay,
} from "./days";

const zones = [
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Africa/Cairo",
  "UTC",
];
const anyInstant = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2030-01-01T00:00:00Z"),
  noInvalidDate: true,
});

test("a campaign's day starts at its zone's midnight, also when clocks change", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyInstant, (zone, at) => {
      const day = dayIn(zone, at);
      const start = startOfDay(zone, day);
      expect(dayIn(zone, start)).toBe(day);
      expect(dayIn(zone, new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
    }),
  );
});

test("a time written with its zone's offset is the same instant", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyInstant, (zone, at) => {
      const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
      expect(new Date(isoInZone(zone, whole)).getTime()).toBe(whole.getTime());
    }),
  );
  expect(isoInZone("Europe/Berlin", new Date("2026-07-01T22:00:00Z"))).toBe(
    "2026-07-02T00:00:00+02:00",
  );
});

test("the days of a month of advertising are all there, once each", () => {
  const days = daysOf("2026-02-27", "2026-03-02");
  expect(days).toEqual(["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]);
  expect(daysBetween("2026-02-27", "2026-03-02")).toBe(3);
  expect(daysOf("2026-03-02", "2026-02-27")).toEqual([]);
});

test("a day that is in no calendar is not a day", () => {
  expect(isDay("2026-02-28")).toBe(true);
  expect(isDay("2026-02-30")).toBe(false);
  expect(isDay("tomorrow")).toBe(false);
});

test("noon is half of the day", () => {
  expect(shareOfDay("Asia/Tokyo", new Date("2026-05-05T03:00:00Z"))).toBeCloseTo(0.5);
});
