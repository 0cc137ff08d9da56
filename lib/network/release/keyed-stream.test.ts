import { describe, expect, it } from "vitest";
import { epochKey, keyedStream, questionSeed } from "./keyed-stream";
import { createNoise } from "./noise";

const master = Buffer.from("a master key that only a test would use");

describe("the keyed stream", () => {
  it("gives the same question the same noise, and another week, kind or question another", () => {
    const noise = createNoise(master);
    const first = noise("2026-W07/a", "count/1", "abc", 500);
    expect(createNoise(master)("2026-W07/a", "count/1", "abc", 500)).toBe(first);
    const others = [
      noise("2026-W08/a", "count/1", "abc", 500),
      noise("2026-W07/b", "count/1", "abc", 500),
      noise("2026-W07/a", "count/2", "abc", 500),
      noise("2026-W07/a", "count/1", "abd", 500),
      createNoise(Buffer.from("another key"))("2026-W07/a", "count/1", "abc", 500),
    ];
    expect(new Set([first, ...others]).size).toBe(6);
  });

  it("does not let a kind run into the question", () => {
    const key = epochKey(master, "e");
    expect(questionSeed(key, "ab", "c")).not.toEqual(questionSeed(key, "a", "bc"));
  });

  it("draws every number below its bound about equally often and none above", () => {
    const source = keyedStream(questionSeed(epochKey(master, "e"), "uniform", "x"));
    const counts = new Array<number>(300).fill(0);
    for (let draw = 0; draw < 30_000; draw += 1) {
      const value = Number(source.below(300n));
      counts[value] = (counts[value] ?? Number.NaN) + 1;
    }
    const statistic = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    // 299 degrees of freedom: exceeded once in a thousand times.
    expect(statistic).toBeLessThan(380);
  });

  it("knows a single outcome without drawing", () => {
    expect(keyedStream(master).below(1n)).toBe(0n);
    expect(() => keyedStream(master).below(0n)).toThrow(RangeError);
  });
});
