import { describe, expect, test } from "vitest";
import { formatAge } from "./age";
import { dayIn, formatDateTime, formatDay, formatDays, formatZone } from "./date";
import { joinOr } from "./list";
import { formatMoney } from "./money";
import { formatAboutPeople, formatPeople, formatRange, sayRange } from "./people";
import { formatShare, sayShare } from "./share";

const nbsp = "\u00a0";

describe("numbers of people", () => {
  test("are compact, with three digits at most", () => {
    expect(formatPeople(415_300)).toBe("415K");
    expect(formatPeople(2_130_000)).toBe("2.13M");
    expect(formatPeople(950)).toBe("950");
    expect(formatAboutPeople(2_130_000)).toBe("2.1M");
  });

  test("are a range, or one number when both ends read the same", () => {
    expect(formatRange({ lower: 415_000, upper: 435_000, hidden: false })).toBe("415K–435K");
    expect(formatRange({ lower: 415_010, upper: 415_020, hidden: false })).toBe("415K");
    expect(sayRange({ lower: 415_000, upper: 435_000, hidden: false })).toBe("415K to 435K");
  });

  test("below the floor say only the floor", () => {
    expect(formatRange({ lower: 0, upper: 1000, hidden: true })).toBe("fewer than 1,000");
  });
});

describe("shares", () => {
  test("in words pick the nearest plain fraction", () => {
    expect(sayShare(0.26)).toBe("about 1 in 4");
    expect(sayShare(0.34)).toBe("about 1 in 3");
    expect(sayShare(0.91)).toBe("about 9 in 10");
    expect(sayShare(0.99)).toBe("nearly everyone");
    expect(sayShare(0.001)).toBe("fewer than 1 in 100");
    expect(sayShare(0)).toBe("nobody");
  });

  test("in figures keep a decimal only when small", () => {
    expect(formatShare(0.243)).toBe("24%");
    expect(formatShare(0.0243)).toBe("2.4%");
  });
});

describe("money", () => {
  test("says its code and drops empty cents", () => {
    expect(formatMoney(2_400_000, { currency: "EUR", minorUnits: 100 })).toBe(`EUR${nbsp}24,000`);
    expect(formatMoney(2_400_050, { currency: "EUR", minorUnits: 100 })).toBe(
      `EUR${nbsp}24,000.50`,
    );
    expect(formatMoney(1_200, { currency: "JPY", minorUnits: 1 })).toBe(`JPY${nbsp}1,200`);
  });
});

describe("dates", () => {
  test("of a day have no zone", () => {
    expect(formatDay("2026-09-01")).toBe("1 Sept 2026");
    expect(formatDays("2026-09-01", "2026-09-30")).toBe("1–30 Sept 2026");
  });

  test("of an instant stand in the account's zone", () => {
    const at = new Date("2026-01-01T03:30:00Z");
    expect(formatDateTime(at, "America/Sao_Paulo")).toBe("1 Jan 2026, 00:30");
    expect(dayIn(at, "America/New_York")).toBe("2025-12-31");
    expect(formatZone(at, "Europe/Berlin")).toBe("Central European Standard Time");
  });

  test("ago are short", () => {
    expect(formatAge(300)).toBe("just now");
    expect(formatAge(2_000)).toBe("2 s ago");
    expect(formatAge(185_000)).toBe("3 min ago");
    expect(formatAge(7_300_000)).toBe("2 h ago");
    expect(formatAge(-5_000)).toBe("just now");
  });
});

test("a list of choices reads as a sentence", () => {
  expect(joinOr(["bicycles", "running", "camping"])).toBe("bicycles, running or camping");
  expect(joinOr(["bicycles"])).toBe("bicycles");
});
