import { copiesEdge } from "./copies";
import type { Original } from "./copy-objects";
import type { Scope } from "./scope";
import { adSetSpec } from "./specs/ad-set-spec";
import { adSpec } from "./specs/ad-spec";
import { campaignSpec } from "./specs/campaign-spec";
import type { AdObject } from "./store";

const isThere = ({ status }: AdObject): boolean => status === "ACTIVE" || status === "PAUSED";

async function adsBelow({ shelf }: Scope, adSet: AdObject): Promise<readonly Original[]> {
  const ads = await shelf.childrenOf("ad", adSet.id);
  return ads.filter(isThere).map((object) => ({ object, spec: adSpec, below: [] }));
}

async function adSetsBelow(scope: Scope, campaign: AdObject): Promise<readonly Original[]> {
  const adSets = (await scope.shelf.childrenOf("adset", campaign.id)).filter(isThere);
  const originals: Original[] = [];
  for (const object of adSets) {
    originals.push({ object, spec: adSetSpec, below: await adsBelow(scope, object) });
  }
  return originals;
}

export const campaignCopies = copiesEdge({
  ...{ spec: campaignSpec, name: "campaign", below: adSetsBelow },
});
export const adSetCopies = copiesEdge({ spec: adSetSpec, name: "adset", below: adsBelow });
export const adCopies = copiesEdge({ spec: adSpec, name: "ad", below: async () => [] });
