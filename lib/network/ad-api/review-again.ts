import { reviewAd } from "./review-ad";
import { reviewsOf } from "./review-state";
import type { Scope } from "./scope";
import { creativeIdOf } from "./specs/ad-spec";
import type { AdObject } from "./store";

/** What an ad's review looked at beyond the ad itself. */
const reviewedFields: Readonly<Partial<Record<AdObject["kind"], readonly string[]>>> = {
  campaign: ["special_ad_categories"],
  adset: ["targeting", "dsa_beneficiary", "dsa_payor"],
};

/** Hands the ads below a changed campaign or ad set in for another review, when it changed what reviewers look at. */
export async function reviewAgain(
  { deps, shelf, now }: Scope,
  changed: AdObject,
  fields: readonly string[],
): Promise<void> {
  if (!reviewedFields[changed.kind]?.some((field) => fields.includes(field))) return;
  const campaign = await shelf.get(
    changed.kind === "campaign" ? changed.id : (changed.parentId ?? 0),
  );
  if (!campaign) return;
  const adSets =
    changed.kind === "campaign"
      ? await shelf.childrenOf("adset", changed.id)
      : [(await shelf.get(changed.id)) ?? changed];
  for (const adSet of adSets) {
    for (const ad of await shelf.childrenOf("ad", adSet.id)) {
      const creative = await shelf.get(creativeIdOf(ad));
      if (!creative || ad.status === "DELETED") continue;
      const feedback = reviewAd(deps.catalogue, creative, adSet, campaign);
      const review = { at: now.toISOString(), feedback, creative: String(creative.id) };
      const reviews = [...reviewsOf(ad), review];
      await deps.objects.update(ad.id, { data: { reviews }, at: now });
    }
  }
}
