import type { Catalogue } from "./catalogue";
import { segmentPlaces } from "./check-targeting";
import { storyOf } from "./specs/creative-spec";
import type { AdObject } from "./store";
import { targetingSchema } from "./targeting-schema";

const categoryOf: Readonly<Record<string, string>> = {
  employment: "EMPLOYMENT",
  housing: "HOUSING",
  "financial products": "FINANCIAL_PRODUCTS_SERVICES",
};

/** What a reviewer would object to, by policy; empty: nothing. The same ad always gets the same review. */
export function reviewAd(
  catalogue: Catalogue,
  creative: AdObject,
  adSet: AdObject,
  campaign: AdObject,
): Readonly<Record<string, string>> {
  const { link_data: link } = storyOf(creative.data);
  const feedback: Record<string, string> = {};
  if (new URL(link.link).protocol !== "https:") {
    feedback.INSECURE_LINK = "The link must start with https://.";
  }
  for (const text of [link.message, link.name, link.description]) {
    const reason = text ? catalogue.refuseText(text) : null;
    if (reason) feedback.SENSITIVE_TEXT = `The text suggests ${reason}.`;
  }
  const lacking = lackingCategory(catalogue, adSet, campaign);
  if (lacking) {
    feedback.SPECIAL_AD_CATEGORY = `The audience uses “${lacking.segment}”, so the campaign must declare the special ad category ${lacking.category}.`;
  }
  return feedback;
}

/** A restricted segment whose special ad category the campaign does not declare. */
function lackingCategory(catalogue: Catalogue, adSet: AdObject, campaign: AdObject) {
  const declared = campaign.data.special_ad_categories;
  for (const { id } of segmentPlaces(targetingSchema.parse(adSet.data.targeting))) {
    const segment = catalogue.getSegment(id);
    const [, subject = ""] = /^special ad category: (.+)$/.exec(segment?.reason ?? "") ?? [];
    const category = categoryOf[subject];
    if (segment && category && !(Array.isArray(declared) && declared.includes(category))) {
      return { segment: segment.name, category };
    }
  }
  return null;
}
