import fc from "fast-check";
import { expect, test } from "vitest";
import {
  activityClass,
  activityClasses,
  activityMeans,
  adSetSeed,
  isReached,
  mix64,
  thresholds,
} from "./delivery-hash";

const shape = 0.8;
const members = Array.from({ length: 60_000 }, (_, number) => number);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Share of people with at least one impression when they see a gamma-Poisson number of them with this mean. */
const reachCurve = (impressions: number) => 1 - (1 + impressions / shape) ** -shape;

test("the mixer is SplitMix64's: its published first numbers from seed 1234567", () => {
  const golden = 0x9e3779b97f4a7c15n;
  const numbers = [1n, 2n, 3n].map((n) => mix64(1234567n + n * golden));
  expect(numbers).toEqual([6457827717110365317n, 3203168211198807973n, 9817491932198370423n]);
});

test("sixteen classes of activity have mean 1 and ascend", () => {
  expect(activityMeans).toHaveLength(activityClasses);
  expect(mean(activityMeans)).toBeCloseTo(1, 8);
  for (let i = 1; i < activityClasses; i += 1) {
    expect(activityMeans[i]).toBeGreaterThan(activityMeans[i - 1] ?? Number.POSITIVE_INFINITY);
  }
});

test("class means are those of the gamma law, integrated another way", () => {
  // Quantiles by bisection on the series of the incomplete gamma function; E[X; X < q] = P(shape + 1, shape * q).
  const cuts = Array.from({ length: activityClasses + 1 }, (_, i) => quantile(i / activityClasses));
  const below = cuts.map((cut) =>
    cut === Number.POSITIVE_INFINITY ? 1 : gammaP(shape + 1, shape * cut),
  );
  for (let i = 0; i < activityClasses; i += 1) {
    const expected = ((below[i + 1] ?? 1) - (below[i] ?? 0)) * activityClasses;
    expect(activityMeans[i]).toBeCloseTo(expected, 7);
  }
});

test("the gamma law used to check is right: its median for shape 1 is ln 2", () => {
  expect(gammaP(1, Math.LN2)).toBeCloseTo(0.5, 9);
  expect(gammaP(0.5, 0.5)).toBeCloseTo(0.6826894921, 9);
});

test("people fall into the classes evenly", () => {
  const sizes = new Array<number>(activityClasses).fill(0);
  for (const member of members) {
    const place = activityClass(member);
    sizes[place] = (sizes[place] ?? 0) + 1;
  }
  for (const size of sizes) expect(Math.abs(size / members.length - 1 / 16)).toBeLessThan(0.004);
});

test("the share of people reached in a day follows the reach curve within two hundredths", () => {
  for (const impressions of [0.05, 0.3, 1, 2.5, 6]) {
    const limits = thresholds(impressions);
    const byClass = [...limits].map((limit) => limit / 2 ** 32);
    expect(Math.abs(mean(byClass) - reachCurve(impressions))).toBeLessThan(0.012);
    const seed = adSetSeed(`set ${impressions}`);
    const reached = members.filter((member) => isReached(seed, member, 20_500, limits)).length;
    expect(Math.abs(reached / members.length - reachCurve(impressions))).toBeLessThan(0.02);
  }
});

test("over several days the same active people come again, so that reach grows slower than by chance", () => {
  const limits = thresholds(0.4);
  const seed = adSetSeed("120210000000000001");
  const few = members.slice(0, 20_000);
  const seen = new Set<number>();
  for (let day = 0; day < 7; day += 1) {
    for (const member of few) if (isReached(seed, member, 20_500 + day, limits)) seen.add(member);
  }
  expect(Math.abs(seen.size / few.length - reachCurve(7 * 0.4))).toBeLessThan(0.02);
});

test("nobody is reached without impressions, and more impressions reach everybody they reached before", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(2 ** 31 - 1),
      fc.integer({ min: 0, max: 60_000 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (adSet, member, day, some, more) => {
        const seed = adSetSeed(adSet);
        expect(isReached(seed, member, day, thresholds(0))).toBe(false);
        if (isReached(seed, member, day, thresholds(some))) {
          expect(isReached(seed, member, day, thresholds(some + more))).toBe(true);
        }
      },
    ),
  );
});

/** The regularised lower incomplete gamma function by its power series (Abramowitz and Stegun 6.5.29). */
function gammaP(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 2000; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** log of gamma by Stirling's series, shifted up by recurrence until it is exact enough. */
function logGamma(a: number): number {
  if (a < 12) return logGamma(a + 1) - Math.log(a);
  const series = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5);
  return (a - 0.5) * Math.log(a) - a + 0.5 * Math.log(2 * Math.PI) + series;
}

/** The value of a gamma variable with mean 1 below which a share of people lies. */
function quantile(portion: number): number {
  if (portion >= 1) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = 60;
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (middle > 0 && gammaP(shape, shape * middle) < portion) low = middle;
    else high = middle;
  }
  return high;
}
