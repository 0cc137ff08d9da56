import { describe, expect, it } from "vitest";
import { discreteGaussian } from "./discrete-gaussian";
import { keyedStream } from "./keyed-stream";
import { chiSquare, gaussianMass } from "./testing";

const seed = (name: string) => Buffer.from(name.padEnd(32, "."));

describe("the noise on a number of people", () => {
  it("follows the exact mass function of the discrete Gaussian", () => {
    const source = keyedStream(seed("a fixed stream"));
    const draws = Array.from({ length: 8000 }, () => Number(discreteGaussian(36n, source)));
    const { statistic, critical } = chiSquare(draws, gaussianMass(36));
    expect(statistic).toBeLessThan(critical);
  });

  it("would be caught if it were half a person too wide", () => {
    const source = keyedStream(seed("a fixed stream"));
    const draws = Array.from({ length: 8000 }, () => Number(discreteGaussian(42n, source)));
    const { statistic, critical } = chiSquare(draws, gaussianMass(36));
    expect(statistic).toBeGreaterThan(critical);
  });

  it("has the spread that a step of the ladder promises", () => {
    const source = keyedStream(seed("another stream"));
    const draws = Array.from({ length: 2000 }, () => Number(discreteGaussian(22_500n, source)));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(4 * (150 / Math.sqrt(2000)));
    expect(Math.sqrt(variance) / 150).toBeGreaterThan(0.93);
    expect(Math.sqrt(variance) / 150).toBeLessThan(1.07);
  });

  it("refuses a variance that is none", () => {
    expect(() => discreteGaussian(0n, keyedStream(seed("x")))).toThrow(RangeError);
  });
});
