import { describe, expect, it } from "vitest";
import { discreteGaussian } from "./discrete-gaussian";
import { keyedStream } from "./keyed-stream";
import { chiSquare, gaussianMass } from "./testing";

describe("the noise on a number of people, at length", () => {
  it.each([1, 9, 100, 2500, 10_000])(
    "fits its mass function over 60,000 draws, variance %i",
    (variance) => {
      const source = keyedStream(Buffer.from(`sigma squared ${variance}`.padEnd(32, ".")));
      const draws = Array.from({ length: 60_000 }, () =>
        Number(discreteGaussian(BigInt(variance), source)),
      );
      const { statistic, critical } = chiSquare(draws, gaussianMass(variance));
      expect(statistic).toBeLessThan(critical);
    },
  );
});
