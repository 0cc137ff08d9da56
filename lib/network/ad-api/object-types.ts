import { customAudienceType } from "./custom-audience-type";
import { insightsEdge } from "./insights-edge";
import type { NodeType } from "./node-type";
import { adCopies, adSetCopies, campaignCopies } from "./object-copies";
import { type Below, listed } from "./object-edges";
import { type ObjectSpec, readable } from "./object-spec";
import { reportRunType } from "./report-run-type";
import { adSetSpec } from "./specs/ad-set-spec";
import { adSpec } from "./specs/ad-spec";
import { campaignSpec } from "./specs/campaign-spec";
import { creativeSpec } from "./specs/creative-spec";
import { customAudienceSpec } from "./specs/custom-audience-spec";
import { imageSpec } from "./specs/image-spec";
import { predictionSpec } from "./specs/prediction-spec";
import { reportRunSpec } from "./specs/report-run-spec";
import { savedAudienceSpec } from "./specs/saved-audience-spec";
import type { AdObject, ObjectKind } from "./store";

export const specs: Readonly<Record<ObjectKind, ObjectSpec>> = {
  campaign: campaignSpec,
  adset: adSetSpec,
  ad: adSpec,
  creative: creativeSpec,
  image: imageSpec,
  customaudience: customAudienceSpec,
  savedaudience: savedAudienceSpec,
  prediction: predictionSpec,
  reportrun: reportRunSpec,
};

const adSetsOf: Below = ({ shelf }, campaign) => shelf.childrenOf("adset", campaign.id);
const adsOfAdSet: Below = ({ shelf }, adSet) => shelf.childrenOf("ad", adSet.id);
const adsOfCampaign: Below = async (scope, campaign) => {
  const adSets = await adSetsOf(scope, campaign);
  await scope.shelf.fetchChildren(
    "ad",
    adSets.map(({ id }) => id),
  );
  return (await Promise.all(adSets.map((adSet) => adsOfAdSet(scope, adSet)))).flat();
};

/** How objects of each kind are read, and where their edges lead. */
export const objectTypes: Readonly<Record<ObjectKind, NodeType<AdObject>>> = {
  campaign: readable(campaignSpec, {
    adsets: listed(adSetSpec, adSetsOf),
    ads: listed(adSpec, adsOfCampaign),
    copies: campaignCopies,
    insights: insightsEdge(({ id }) => ({ level: "campaign", campaignIds: [id] })),
  }),
  adset: readable(adSetSpec, {
    ads: listed(adSpec, adsOfAdSet),
    copies: adSetCopies,
    insights: insightsEdge(({ id }) => ({ level: "adset", adSetIds: [id] })),
  }),
  ad: readable(adSpec, {
    copies: adCopies,
    insights: insightsEdge(({ id, parentId }) => ({
      ...{ level: "ad", adId: id },
      ...(parentId !== null && { adSetIds: [parentId] }),
    })),
  }),
  creative: readable(creativeSpec, {}),
  image: readable(imageSpec, {}),
  customaudience: customAudienceType,
  savedaudience: readable(savedAudienceSpec, {}),
  prediction: readable(predictionSpec, {}),
  reportrun: reportRunType,
};
