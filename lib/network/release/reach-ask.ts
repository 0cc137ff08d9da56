import { createHash } from "node:crypto";
import type { ReachAsk } from "./release";

/** The ad sets that delivered and the days on which they did: the same people, the same key, however it was asked. */
export function reachKey({ adSetIds, since, until }: ReachAsk): string {
  return `${since}/${until}/${adSetsKey(adSetIds)}`;
}

export function adSetsKey(adSetIds: readonly number[]): string {
  const ids = [...new Set(adSetIds)].sort((a, b) => a - b).join("+");
  return ids.length <= 64 ? ids : createHash("sha256").update(ids).digest("hex");
}

export type Contains = (outer: ReachAsk, inner: ReachAsk) => boolean;

/**
 * Whether everybody in `inner` is in `outer`, whatever happened; for these asks. Years of days are millions of pairs over a few
 * lists of ad sets, so two lists are compared once.
 */
export function containment(asks: readonly ReachAsk[]): Contains {
  const lists: ReadonlySet<number>[] = [];
  const places = new Map<string, number>();
  const listOf = new Map<ReachAsk, number>();
  for (const ask of asks) {
    const name = adSetsKey(ask.adSetIds);
    const place = places.get(name) ?? lists.push(new Set(ask.adSetIds)) - 1;
    places.set(name, place);
    listOf.set(ask, place);
  }
  const holds = lists.map(() => new Map<number, boolean>());
  const within = (outer: number, inner: number): boolean => {
    const known = holds[outer]?.get(inner);
    if (known !== undefined) return known;
    const answer = [...(lists[inner] ?? [])].every((id) => lists[outer]?.has(id));
    holds[outer]?.set(inner, answer);
    return answer;
  };
  return (outer, inner) =>
    outer.since <= inner.since &&
    outer.until >= inner.until &&
    within(listOf.get(outer) ?? -1, listOf.get(inner) ?? -1);
}

/** Smaller for what lies inside than for what it lies inside. */
export const extent = ({ since, until, adSetIds }: ReachAsk): number =>
  (Date.parse(until) - Date.parse(since)) / 86_400_000 + adSetIds.length;
