import { expect, test } from "vitest";
import { dueMinor, minorOf, paceOf, plannedDailyMinor, plannedTotalMinor } from "./money";

const days = { startDay: "2026-09-01", endDay: "2026-09-30" };
const daily = { ...days, budget: { kind: "daily" as const, minor: 80_000 } };
const whole = { ...days, budget: { kind: "lifetime" as const, minor: 2_400_000 } };

test("800 euros a day for September is 24,000 euros, and the other way round", () => {
  expect(plannedTotalMinor(daily)).toBe(2_400_000);
  expect(plannedDailyMinor(whole)).toBe(80_000);
});

test("what is due grows through the day, and stops with the last one", () => {
  expect(dueMinor(daily, "2026-08-31", 0.9)).toBe(0);
  expect(dueMinor(daily, "2026-09-01", 0.5)).toBe(40_000);
  expect(dueMinor(whole, "2026-09-11", 0)).toBe(800_000);
  expect(dueMinor(whole, "2026-10-01", 0.1)).toBe(2_400_000);
});

test("pace is said once there is something to say", () => {
  expect(paceOf(0, 1000, 80_000)).toBeNull();
  expect(paceOf(30_000, 40_000, 80_000)).toBe("behind");
  expect(paceOf(40_000, 40_000, 80_000)).toBe("on_pace");
  expect(paceOf(50_000, 40_000, 80_000)).toBe("ahead");
});

test("the wire's spend becomes minor units without losing a cent", () => {
  expect(minorOf("19.99", 100)).toBe(1999);
  expect(minorOf("1204", 1)).toBe(1204);
  expect(minorOf("0.1", 1000)).toBe(100);
});
