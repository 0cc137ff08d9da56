import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMeter } from "./meter";
import { mostRecent } from "./most-recent";

const limit = { most: 100, windowMs: 1_000, shutMs: 500 };

describe("a meter", () => {
  it("empties evenly, shuts when it is full and opens by time alone", () => {
    const meter = createMeter(limit);
    meter.add(50, 0);
    expect([meter.percent(0), meter.percent(250), meter.percent(600)]).toEqual([50, 25, 0]);
    meter.add(100, 600);
    expect([meter.isShut(600), meter.percent(600), meter.opensIn(700)]).toEqual([true, 100, 400]);
    expect([meter.isShut(1_100), meter.percent(1_100), meter.opensIn(1_100)]).toEqual([
      ...[false, 50, 0],
    ]);
  });

  it("never lets more through in any window than twice its limit, however calls come", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 400 }), (gaps) => {
        const meter = createMeter(limit);
        const passed: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          if (meter.isShut(now)) continue;
          meter.add(10, now);
          passed.push(now);
        }
        for (const start of passed) {
          const inside = passed.filter((at) => at >= start && at < start + limit.windowMs);
          expect(inside.length * 10).toBeLessThanOrEqual(2 * limit.most);
        }
      }),
    );
  });
});

describe("what is kept by key", () => {
  it("is the same until too many others were asked for since", () => {
    const kept = mostRecent<object>(2);
    const first = kept("a", () => ({}));
    kept("b", () => ({}));
    expect(kept("a", () => ({}))).toBe(first);
    kept("c", () => ({}));
    expect(kept("a", () => ({}))).toBe(first);
    kept("b", () => ({}));
    kept("c", () => ({}));
    expect(kept("a", () => ({}))).not.toBe(first);
  });
});
