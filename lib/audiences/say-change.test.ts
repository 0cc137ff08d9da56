import { expect, test } from "vitest";
import { sayChange } from "./say-change";

const asOf = "2026-03-09T00:00:00.000Z";

test("fewer people opted out or their signals expired", () => {
  expect(sayChange({ people: -2_300, since: "2026-03-02T00:00:00.000Z" }, asOf)).toBe(
    "About 2,300 fewer than the week before: people opted out or signals expired.",
  );
});

test("more people said yes, and an older answer names its week", () => {
  expect(sayChange({ people: 12_000, since: "2026-02-16T00:00:00.000Z" }, asOf)).toBe(
    "About 12,000 more than in the week of 16 Feb 2026: people said yes or showed new interest.",
  );
});
