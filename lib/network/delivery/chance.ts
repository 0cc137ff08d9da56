import { adSetSeed, mix64 } from "@/lib/network/reach/delivery-hash";
import { normalQuantile } from "./auction";

export type Topic = "pace" | "price" | "clicks" | "conversions" | "company";

const topicNumber: Readonly<Record<Topic, bigint>> = {
  pace: 1n,
  price: 2n,
  clicks: 3n,
  conversions: 4n,
  company: 5n,
};

/** A number in [0, 1) that is always the same for the same ad set, day and topic. */
export function chance(adSetId: number, day: number, topic: Topic): number {
  const seed = adSetSeed(`${adSetId}`);
  const hash = mix64(seed ^ mix64((BigInt(day) << 8n) | topicNumber[topic]));
  return Number(hash >> 11n) / 2 ** 53;
}

/** A factor around 1 whose logarithm is triangular with standard deviation `spread`: like a log-normal one without far tails. */
export function jitter(adSetId: number, day: number, topic: Topic, spread: number): number {
  const sum = chance(adSetId, day, topic) + chance(adSetId, day + 1_000_000, topic) - 1;
  return Math.exp(spread * Math.sqrt(6) * sum);
}

/**
 * A rate around `mean`, beta-distributed with the first shape `a` (standard deviation about mean / sqrt(a)): the ratio of a gamma
 * variate by Wilson and Hilferty's approximation to itself and a second shape that hardly varies.
 */
export function betaRate(
  adSetId: number,
  day: number,
  topic: Topic,
  { mean, a }: { readonly mean: number; readonly a: number },
): number {
  const uniform = Math.min(1 - 1e-9, Math.max(1e-9, chance(adSetId, day, topic)));
  const z = uniform < 0.5 ? -normalQuantile(1 - uniform) : normalQuantile(uniform);
  const gamma = a * Math.max(0, 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3;
  return gamma / (gamma + a * (1 / mean - 1));
}
