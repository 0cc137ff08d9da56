import type { Catalogue } from "./catalogue";
import { isInEu } from "./eu-countries";
import { declaredIn, objectionsTo } from "./policies";
import { storyOf } from "./specs/creative-spec";
import type { AdObject } from "./store";
import { type TargetingSpec, targetingSchema } from "./targeting-schema";

type Feedback = Readonly<Record<string, string>>;

/** What a reviewer would object to, by policy; empty: nothing. The same ad always gets the same review. */
export function reviewAd(
  catalogue: Catalogue,
  creative: AdObject,
  adSet: AdObject,
  campaign: AdObject,
): Feedback {
  const targeting = targetingSchema.parse(adSet.data.targeting);
  const declared = declaredIn(campaign.data);
  const feedback: Record<string, string> = {
    ...aboutCreative(creative, catalogue),
    ...aboutDisclosure(adSet, targeting, declared, catalogue),
  };
  for (const { rule, message } of objectionsTo(targeting, declared, catalogue)) {
    feedback[rule] ??= message;
  }
  return feedback;
}

function aboutCreative(creative: AdObject, catalogue: Catalogue): Feedback {
  const { link_data: link } = storyOf(creative.data);
  const feedback: Record<string, string> = {};
  const links = [link.link, link.call_to_action?.value?.link];
  if (links.some((one) => one !== undefined && new URL(one).protocol !== "https:")) {
    feedback.INSECURE_LINK = "The link must start with https://.";
  }
  for (const text of [link.message, link.name, link.description]) {
    const reason = text ? catalogue.refuseText(text) : null;
    if (reason) feedback.SENSITIVE_TEXT = `The text suggests ${reason}.`;
  }
  return feedback;
}

/** Who it is for and who pays: in the European Union of every ad, elsewhere of political ones. */
function aboutDisclosure(
  { data }: AdObject,
  { geo_locations: places }: TargetingSpec,
  declared: readonly string[],
  catalogue: Catalogue,
): Feedback {
  if (data.dsa_beneficiary && data.dsa_payor) return {};
  const countries = [
    ...(places?.countries ?? []),
    ...(places?.regions ?? []).map(({ key }) => catalogue.getPlace(key)?.country ?? ""),
  ];
  const political = declared.includes("ISSUES_ELECTIONS_POLITICS");
  if (!political && countries.length > 0 && !countries.some(isInEu)) return {};
  return {
    MISSING_DISCLOSURE:
      "The ad set must say on whose behalf the ad is shown and who pays (dsa_beneficiary, dsa_payor).",
  };
}
