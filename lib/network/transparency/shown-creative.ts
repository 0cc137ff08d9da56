import { approvedSpans, reviewsOf } from "@/lib/network/ad-api/review-state";
import { creativeIdOf } from "@/lib/network/ad-api/specs/ad-spec";
import type { AdObject } from "@/lib/network/ad-api/store";

type Approved = ReturnType<typeof approvedSpans>[number];

/** Every creative that an ad has or had. */
export const creativeIdsOf = (ad: AdObject): readonly number[] => [
  ...new Set([creativeIdOf(ad), ...reviewsOf(ad).flatMap((one) => Number(one.creative ?? []))]),
];

/**
 * The creative that an ad was shown with last, `wasShown` telling whether it was during a stretch of being approved: one that waits for its
 * review, or was never delivered, is nobody's to read yet. The ad's own where earlier versions did not note it.
 */
export function shownCreative(ad: AdObject, wasShown: (approved: Approved) => boolean): number {
  const last = approvedSpans(ad).findLast(wasShown);
  return last?.creative === undefined ? creativeIdOf(ad) : Number(last.creative);
}

/** Of an ad set's ads one that was approved at some time, and so may have been shown; null: none was. */
export const approvedAmong = (ads: readonly AdObject[]): AdObject | null =>
  ads.find((ad) => approvedSpans(ad).length > 0) ?? null;
