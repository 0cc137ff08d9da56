import { readInsights } from "./insights";
import { listObjects } from "./list-objects";
import type { Edge, NodeType } from "./node-type";
import { type ObjectSpec, readable } from "./object-spec";
import type { Scope } from "./scope";
import { adSetSpec } from "./specs/ad-set-spec";
import { adSpec } from "./specs/ad-spec";
import { campaignSpec } from "./specs/campaign-spec";
import { creativeSpec } from "./specs/creative-spec";
import { imageSpec } from "./specs/image-spec";
import type { AdObject, ObjectKind } from "./store";

export const specs: Readonly<Record<ObjectKind, ObjectSpec>> = {
  campaign: campaignSpec,
  adset: adSetSpec,
  ad: adSpec,
  creative: creativeSpec,
  image: imageSpec,
};

type Below = (scope: Scope, node: AdObject) => Promise<readonly AdObject[]>;

const listed = (kind: ObjectKind, below: Below): Edge<AdObject> => ({
  get: async (scope, node, account, edge) =>
    listObjects(scope, kind, account, await below(scope, node), edge),
});

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
    adsets: listed("adset", adSetsOf),
    ads: listed("ad", adsOfCampaign),
    insights: {
      get: (scope, { id }, account, edge) =>
        readInsights(scope, account, { level: "campaign", campaignIds: [id] }, edge),
    },
  }),
  adset: readable(adSetSpec, {
    ads: listed("ad", adsOfAdSet),
    insights: {
      get: (scope, { id }, account, edge) =>
        readInsights(scope, account, { level: "adset", adSetIds: [id] }, edge),
    },
  }),
  ad: readable(adSpec, {}),
  creative: readable(creativeSpec, {}),
  image: readable(imageSpec, {}),
};
