import { expect, test } from "vitest";
import { createRateLimit } from "./rate-limit";

test("a key that sends more than its minute holds is told how long to wait, others are not", () => {
  let now = 0;
  const limit = createRateLimit(() => now);
  for (let i = 0; i < 60; i += 1) expect(limit.waitSeconds("a", 10)).toBe(0);
  now = 20_000;
  expect(limit.waitSeconds("a", 10)).toBe(40);
  expect(limit.waitSeconds("b", 10)).toBe(0);
  now = 60_000;
  expect(limit.waitSeconds("a", 10)).toBe(0);
});

test("events are counted as well as requests", () => {
  const limit = createRateLimit(() => 0);
  for (let i = 0; i < 20; i += 1) expect(limit.waitSeconds("a", 5_000)).toBe(0);
  expect(limit.waitSeconds("a", 1)).toBe(60);
});
