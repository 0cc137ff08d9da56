import { describe, expect, it } from "vitest";
import { epochOf, isoWeek } from "./epoch";

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

  it("change with the salt of a restored backup", () => {
    const at = new Date("2026-02-11T00:00:00Z");
    expect(epochOf(at, "a")).not.toBe(epochOf(at, "b"));
  });
});
