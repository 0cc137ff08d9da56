/**
 * Who an ad set reaches on a day. Impressions per person are gamma-Poisson (negative binomial) with shape 0.8:
 * a member's activity class is fixed, the day's draw is a uniform hash, so the same day always reaches the same people.
 *
 * hash(adSet, member, day) = mix(seed(adSet) + member * 0x9e3779b97f4a7c15 + day * 0xd1b54a32d192ed03)   (mod 2^64)
 * mix is the finaliser of SplitMix64 (Steele, Lea, Flood 2014); seed is FNV-1a 64 of the ad set's id, mixed.
 * A member is reached when the high 32 bits of the hash are below the threshold of their activity class.
 */
const mask = (1n << 64n) - 1n;

export function mix64(input: bigint): bigint {
  let z = input & mask;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
  return z ^ (z >> 31n);
}

export function adSetSeed(adSetId: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(adSetId)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
  }
  return mix64(hash);
}

export const activityClasses = 16;

/** Fixed for a member over all ad sets: the top 4 bits of mix(member * 0x9e3779b97f4a7c15 + 1). */
export const activityClass = (member: number): number =>
  Number(mix64(BigInt(member) * 0x9e3779b97f4a7c15n + 1n) >> 60n);

/**
 * Means of the 16 equal-probability slices of a gamma distribution with shape 0.8 and mean 1: 16 (P(1.8, 0.8 b) - P(1.8, 0.8 a))
 * for a slice from a to b, P the regularised lower incomplete gamma function (checked in the test). Written out, so that the
 * same people are reached on every machine.
 */
export const activityMeans: readonly number[] = [
  0.016049813, 0.06141852, 0.118771142, 0.185995521, 0.26305778, 0.350732362, 0.450435944,
  0.564310031, 0.695479567, 0.848557892, 1.030615108, 1.25316689, 1.536780992, 1.923967153,
  2.529580361, 4.171080925,
];

/** Threshold per class: P(at least one impression) * 2^32 for a Poisson with mean meanPerPerson * activity. */
export function thresholds(meanPerPerson: number): Uint32Array {
  return Uint32Array.from(activityMeans, (activity) =>
    Math.min(2 ** 32 - 1, Math.floor(-Math.expm1(-meanPerPerson * activity) * 2 ** 32)),
  );
}

/** The definition, for the reference engine: one member, one day. */
export function isReached(seed: bigint, member: number, day: number, limits: Uint32Array): boolean {
  const hash = mix64(
    seed + BigInt(member) * 0x9e3779b97f4a7c15n + BigInt(day) * 0xd1b54a32d192ed03n,
  );
  return Number(hash >> 32n) < (limits[activityClass(member)] ?? 0);
}
