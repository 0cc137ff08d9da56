import { adSetSeed, mix64 } from "@/lib/network/reach/delivery-hash";

export type Topic = "pace" | "price" | "clicks";

const topicNumber: Readonly<Record<Topic, bigint>> = { pace: 1n, price: 2n, clicks: 3n };

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
