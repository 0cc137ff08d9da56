import { expect, test } from "vitest";
import { progressLine, spanOf } from "./progress";

test("an import says its share, its rate and how long it still takes", () => {
  const share = { before: 0.2, now: 0.6 };
  expect(progressLine({ lines: 120_000, seconds: 10, share })).toBe(
    "60 %, 120,000 lines, 12,000 lines/s, 10 s left",
  );
  expect(progressLine({ lines: 120_000, seconds: 10, share: null })).toBe(
    "120,000 lines, 12,000 lines/s",
  );
  expect(progressLine({ lines: 0, seconds: 0, share: { before: 0, now: 0 } })).toBe(
    "0 %, 0 lines, 0 lines/s",
  );
});

test("spans are said in the units that fit", () => {
  expect([9.6, 125, 7_380].map(spanOf)).toEqual(["10 s", "2 min 5 s", "2 h 3 min"]);
});
