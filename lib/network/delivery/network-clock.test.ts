import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createNetworkClock } from "./network-clock";

const start = new Date("2026-02-11T09:00:00Z");
const seconds = (at: Date) => (at.getTime() - start.getTime()) / 1000;

let stored: Date | null;
let broken: boolean;

const open = (over: { rate?: number; settable?: boolean } = {}) =>
  createNetworkClock({
    load: async () => stored,
    save: async (at) => {
      if (broken) throw new Error("The database is away.");
      stored = at;
    },
    rate: 60,
    wallNow: () => new Date(),
    ...over,
  });

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  stored = null;
  broken = false;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("network time", () => {
  it("starts at wall time and runs at its rate", async () => {
    const clock = await open();
    expect(clock.now()).toEqual(start);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(seconds(clock.now())).toBe(7200);
    await clock.close();
  });

  it("stands still while the server is down", async () => {
    const clock = await open();
    await vi.advanceTimersByTimeAsync(10_000);
    await clock.close();
    const stopped = clock.now();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(clock.now()).toEqual(stopped);
    const again = await open();
    expect(again.now()).toEqual(stopped);
    await again.close();
  });

  it("never runs backwards after kill -9, and jumps ahead by minutes at most", async () => {
    const clock = await open();
    await vi.advanceTimersByTimeAsync(63_000);
    const lived = clock.now();
    vi.clearAllTimers();
    vi.setSystemTime(start.getTime() + 90_000_000);
    const again = await open();
    expect(again.now().getTime()).toBeGreaterThanOrEqual(lived.getTime());
    expect(seconds(again.now()) - seconds(lived)).toBeLessThanOrEqual(15 * 60);
    await again.close();
  });

  it("waits when what it shows could not be stored, and goes on from there", async () => {
    const clock = await open({ rate: 1 });
    broken = true;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(clock.now().getTime()).toBeLessThanOrEqual(stored?.getTime() ?? 0);
    broken = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(seconds(clock.now())).toBeGreaterThan(30);
    expect(seconds(clock.now())).toBeLessThanOrEqual(60);
    await clock.close();
  });

  it("is set in test mode only, and only forwards", async () => {
    const clock = await open({ settable: true });
    const later = new Date("2026-03-01T00:00:00Z");
    await clock.set(later);
    expect(clock.now()).toEqual(later);
    await expect(clock.set(start)).rejects.toThrow(RangeError);
    await clock.close();
    const live = await open();
    await expect(live.set(new Date("2027-01-01"))).rejects.toThrow("test mode");
    await live.close();
  });
});
