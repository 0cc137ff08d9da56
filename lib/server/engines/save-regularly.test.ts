import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { saveRegularly } from "./save-regularly";

const pace = { changes: 100, everyMs: 60_000, lookMs: 1_000 };
let position = 0;
let disk: "free" | "full" = "free";
const saves: number[] = [];
const engine = {
  saved: 0,
  async checkpoint(at: number) {
    saves.push(at);
    if (disk === "full") throw new Error("ENOSPC: no space left on device");
    engine.saved = at;
  },
};
let stop: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  position = 0;
  engine.saved = 0;
  disk = "free";
  saves.length = 0;
  stop = saveRegularly(engine, () => position, pace);
});
afterEach(async () => {
  await stop();
  vi.useRealTimers();
});

test("many changes are saved soon, a few after a while, none never", async () => {
  await vi.advanceTimersByTimeAsync(120_000);
  expect(saves).toEqual([]);
  position = 100;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves).toEqual([100]);
  position = 101;
  await vi.advanceTimersByTimeAsync(58_000);
  expect(saves).toEqual([100]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(saves).toEqual([100, 101]);
});

test("a save that failed is tried again, not at once", async () => {
  position = 500;
  disk = "full";
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saves).toEqual([500]);
  disk = "free";
  position = 510;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saves).toEqual([500, 510]);
  expect(engine.saved).toBe(510);
});

test("after stopping nothing is saved any more", async () => {
  await stop();
  position = 1_000;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(saves).toEqual([]);
});
