import { decodeMembers, encodeMembers, type MemberSet } from "@/lib/network/reach/member-set";
import type { ReachedDay } from "@/lib/network/release/release";
import { apportion } from "./apportion";
import { dayNumber } from "./calendar";
import type { Flight, SettledNumbers } from "./flight";
import { liveIntervals, trafficShare } from "./traffic";

/** The ads that were on during a day, with the part of the day's traffic that each was on for; ascending by id. */
export interface AdOfDay {
  readonly id: number;
  readonly weight: number;
}

export function adsOn(flight: Flight, day: string, now: Date): readonly AdOfDay[] {
  return flight.ads.flatMap(({ id, live }) => {
    const weight = trafficShare(
      day,
      flight.account.timeZone,
      liveIntervals({ ...flight, live }, now),
    );
    return weight > 0 ? [{ id, weight }] : [];
  });
}

/** A settled day's numbers, one row an ad; they sum to the day's. */
export function numbersByAd(
  row: SettledNumbers,
  ads: readonly AdOfDay[],
): readonly (SettledNumbers & { readonly adId: number })[] {
  const weights = ads.map(({ weight }) => weight);
  const impressions = apportion(row.impressions, weights);
  const spend = apportion(row.spendMinor, weights);
  const clicks = apportion(row.clicks, weights);
  return ads.map(({ id }, index) => ({
    ...row,
    adId: id,
    impressions: impressions[index] ?? 0,
    spendMinor: spend[index] ?? 0,
    clicks: clicks[index] ?? 0,
  }));
}

/**
 * Whom each of a day's ads reached: every person that the ad set reached sees exactly one of them, by a hash of (ad set, member, day)
 * against the ads' parts of the day. So the ads' people of a day are disjoint, and over any range their union is the ad set's.
 */
export function reachedByAd(
  { adSetId, day, reached }: ReachedDay,
  ads: readonly AdOfDay[],
): readonly ReachedDay[] {
  const [only] = ads;
  if (!only) return [];
  if (ads.length === 1) return [{ adSetId: only.id, day, reached }];
  const limits = limitsOf(ads);
  const people: number[][] = ads.map(() => []);
  const seed = Math.imul(adSetId % 2 ** 32, 0x9e3779b1) ^ Math.imul(dayNumber(day), 0x85ebca6b);
  for (const member of decodeMembers(reached)) {
    const draw = mix32(seed + Math.imul(member, 0xc2b2ae35));
    const place = limits.findIndex((limit) => draw < limit);
    people[place < 0 ? ads.length - 1 : place]?.push(member);
  }
  return ads.map(({ id }, index) => ({
    adSetId: id,
    day,
    reached: encodeMembers(people[index] ?? []) as MemberSet,
  }));
}

function limitsOf(ads: readonly AdOfDay[]): readonly number[] {
  const all = ads.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  return ads.map(({ weight }) => {
    below += weight;
    return (below / all) * 2 ** 32;
  });
}

/** The finaliser of MurmurHash3 (Appleby), as an unsigned number. */
export function mix32(input: number): number {
  let h = input | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
