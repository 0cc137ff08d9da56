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

/** Everybody in `inner` is in `outer`, whatever happened. */
export const contains = (outer: ReachAsk, inner: ReachAsk): boolean =>
  outer.since <= inner.since &&
  outer.until >= inner.until &&
  inner.adSetIds.every((id) => outer.adSetIds.includes(id));

/** Smaller for what lies inside than for what it lies inside. */
export const extent = ({ since, until, adSetIds }: ReachAsk): number =>
  (Date.parse(until) - Date.parse(since)) / 86_400_000 + adSetIds.length;
