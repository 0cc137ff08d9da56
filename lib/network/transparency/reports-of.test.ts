import { describe, expect, test } from "vitest";
import { reportsOf } from "./reports-of";
import { deliveredOn, september } from "./testing";

// 7, 14 and 21 September 2026 are Mondays.
describe("Reports that say how many people an ad reached", () => {
  test("reach from its first day to the end of a week that has ended, the newest first", () => {
    const own = deliveredOn(september(2, 16));
    expect(reportsOf(own, [own], "2026-09-17")).toEqual([
      { adSetIds: [20], since: "2026-09-02", until: "2026-09-13" },
      { adSetIds: [20], since: "2026-09-02", until: "2026-09-06" },
    ]);
    expect(reportsOf(own, [own], "2026-09-21")[0]).toMatchObject({ until: "2026-09-16" });
  });

  test("do not change from day to day while a week goes on", () => {
    const on = (day: number) => {
      const own = deliveredOn(september(2, day));
      return reportsOf(own, [own], `2026-09-${String(day + 1).padStart(2, "0")}`);
    };
    const all = [14, 15, 16, 17, 18, 19].map((day) => JSON.stringify(on(day)));
    expect(new Set(all).size).toBe(1);
  });

  test("are those of its own ad set first, then those of the whole campaign", () => {
    const own = deliveredOn(september(2, 6), 20);
    const other = deliveredOn(september(4, 12), 21);
    expect(reportsOf(own, [own, other], "2026-09-20")).toEqual([
      { adSetIds: [20], since: "2026-09-02", until: "2026-09-06" },
      { adSetIds: [20, 21], since: "2026-09-02", until: "2026-09-12" },
      { adSetIds: [20, 21], since: "2026-09-02", until: "2026-09-06" },
    ]);
  });

  test("are none before anything was delivered", () => {
    expect(reportsOf(deliveredOn([]), [], "2026-09-20")).toEqual([]);
  });
});
