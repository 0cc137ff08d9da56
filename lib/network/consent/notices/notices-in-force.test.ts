import { describe, expect, test } from "vitest";
import { noticesInForce, sayNoticesInForce } from "./notices-in-force";

describe("The notices in force on an audience", () => {
  test("are those published until that day, the oldest first", () => {
    const versions = (today: string) =>
      noticesInForce(["relevant_ads", "known_companies"], today).map(({ version }) => version);
    expect(versions("2024-12-31")).toEqual([]);
    expect(versions("2026-08-31")).toEqual(["v3"]);
    expect(versions("2026-09-01")).toEqual(["v3", "v4"]);
  });

  test("are said with their days, and without a number of people", () => {
    const said = sayNoticesInForce(noticesInForce(["relevant_ads"], "2026-11-01"), false);
    expect(said).toBe(
      "Everybody in it said yes under notice v3 (March 1, 2025) or v4 (September 1, 2026).",
    );
  });

  test("may be older ones where people were imported", () => {
    const said = sayNoticesInForce(noticesInForce(["relevant_ads"], "2026-08-01"), true);
    expect(said).toBe(
      "Everybody in it said yes under notice v3 (March 1, 2025) or one that they were shown before they came here.",
    );
    expect(sayNoticesInForce([], false)).toBeNull();
  });
});
