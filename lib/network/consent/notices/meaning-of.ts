import type { Purpose } from "../purposes";
import { type NoticeVersion, noticeVersions } from "./notice";

/** In which versions a purpose came to mean something else; the first entry is where it begins. Better wording is no change. */
const changes: Readonly<Record<Purpose, readonly [NoticeVersion, ...NoticeVersion[]]>> = {
  relevant_ads: ["v3"],
  known_companies: ["v3"],
  // v4 counts which parts of an app are opened; v3 counted only how often an app is.
  product_metrics: ["v3", "v4"],
  safety: ["v3"],
  friend_suggestions: ["v3"],
};

/**
 * The version since which a purpose means what it means in `version`: two versions with the same answer ask for the same thing.
 * null for a version that is not known here, whose yes covers nothing that is asked today.
 */
export function meaningOf(version: string, purpose: Purpose): NoticeVersion | null {
  const known: readonly string[] = noticeVersions;
  const age = (one: string): number => known.indexOf(one);
  return changes[purpose].findLast((since) => age(since) <= age(version)) ?? null;
}
