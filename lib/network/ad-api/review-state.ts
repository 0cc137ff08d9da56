import { z } from "zod/mini";
import type { AdObject } from "./store";

/** How long a review takes, in network time. */
const reviewMs = 30 * 60_000;

/** One review of an ad: when it was handed in and what will come of it. */
const review = z.object({
  at: z.iso.datetime(),
  /** Empty: approved. */
  feedback: z.record(z.string(), z.string()),
  /** What was looked at; reviews of earlier versions do not say it. */
  creative: z.optional(z.string()),
});
export type Review = z.infer<typeof review>;

const reviews = z.array(review);

/** An ad's reviews, ascending; each holds until the next is handed in. */
export const reviewsOf = (ad: AdObject): readonly Review[] => reviews.parse(ad.data.reviews);

export type ReviewState =
  | { readonly state: "pending" }
  | { readonly state: "approved" }
  | { readonly state: "disapproved"; readonly feedback: Readonly<Record<string, string>> };

const isApproved = (one: Review): boolean => Object.keys(one.feedback).length === 0;

export function reviewAt(ad: AdObject, now: Date): ReviewState {
  const last = reviewsOf(ad).at(-1);
  if (!last || now.getTime() < Date.parse(last.at) + reviewMs) return { state: "pending" };
  if (isApproved(last)) return { state: "approved" };
  return { state: "disapproved", feedback: last.feedback };
}

/** Reviews that were not cut short by the next, with when they end or ended. */
export function finishedReviews(
  ad: AdObject,
): readonly { readonly end: Date; readonly feedback: Review["feedback"] }[] {
  const all = reviewsOf(ad);
  return all.flatMap(({ at, feedback }, index) => {
    const end = new Date(Date.parse(at) + reviewMs);
    const next = all[index + 1];
    return next && Date.parse(next.at) < end.getTime() ? [] : [{ end, feedback }];
  });
}

/** When the ad was approved, and with which creative: from the end of each good review until the next was handed in. */
export function approvedSpans(
  ad: AdObject,
): readonly { readonly from: Date; readonly to: Date | null; readonly creative?: string }[] {
  const all = reviewsOf(ad);
  return all.flatMap((one, index) => {
    const next = all[index + 1];
    const from = new Date(Date.parse(one.at) + reviewMs);
    const to = next ? new Date(next.at) : null;
    const creative = one.creative === undefined ? {} : { creative: one.creative };
    return isApproved(one) && (!to || from < to) ? [{ from, to, ...creative }] : [];
  });
}
