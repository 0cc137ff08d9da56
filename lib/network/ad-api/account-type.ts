import { accountFields } from "./account-fields";
import { activityFields, activityParams, listActivities } from "./activities";
import { listParams } from "./common-params";
import { deleteImage } from "./delete-image";
import { deliveryEstimate } from "./delivery-estimate";
import {
  deliveryEstimateFields,
  deliveryEstimateParams,
  knownReachParams,
  overlapParams,
  reachEstimateFields,
  reachEstimateParams,
} from "./estimate-params";
import { insightsEdge } from "./insights-edge";
import { knownReach } from "./known-reach";
import { inLeastTime } from "./least-time";
import { minimumBudgets } from "./minimum-budgets";
import type { NodeType } from "./node-type";
import { accountObjects } from "./object-edges";
import { reachEstimate } from "./reach-estimate";
import { reachOverlap } from "./reach-overlap";
import { adSetSpec } from "./specs/ad-set-spec";
import { adSpec } from "./specs/ad-spec";
import { campaignSpec } from "./specs/campaign-spec";
import { creativeSpec } from "./specs/creative-spec";
import { customAudienceSpec } from "./specs/custom-audience-spec";
import { imageSpec } from "./specs/image-spec";
import { predictionSpec } from "./specs/prediction-spec";
import { savedAudienceSpec } from "./specs/saved-audience-spec";
import type { AdAccount } from "./store";
import { targetingEdges } from "./targeting-edges";
import { uploadImage, uploadParams } from "./upload-image";

const images = accountObjects(imageSpec);
const audiences = accountObjects(customAudienceSpec);
const predictions = accountObjects(predictionSpec);

export const accountType: NodeType<AdAccount> = {
  name: "AdAccount",
  fields: accountFields,
  links: {},
  edges: {
    campaigns: accountObjects(campaignSpec),
    adsets: accountObjects(adSetSpec),
    ads: accountObjects(adSpec),
    adcreatives: accountObjects(creativeSpec),
    customaudiences: {
      ...audiences,
      post: { ...audiences.post, run: inLeastTime(audiences.post.run) },
    },
    saved_audiences: accountObjects(savedAudienceSpec),
    adimages: {
      get: {
        ...images.get,
        params: {
          ...listParams,
          hashes: { type: "list of text", about: "Only the pictures with these hashes." },
        },
      },
      post: {
        about: "Keeps a picture and answers its hash; the same again answers the same.",
        run: uploadImage,
        params: uploadParams,
        changes: true,
        fields: {},
      },
      delete: {
        about: "Takes a picture out of the library, unless a creative uses it.",
        run: deleteImage,
        params: { hash: { type: "text", about: "Which picture.", required: true } },
        changes: true,
        fields: {},
      },
    },
    activities: {
      get: {
        about: "What was changed in the account and by whom, newest first.",
        run: listActivities,
        params: activityParams,
        fields: activityFields,
        differs: "event_type is create_... or update_..._<field> where Meta has no name for it.",
      },
    },
    reachfrequencypredictions: {
      ...predictions,
      post: { ...predictions.post, run: inLeastTime(predictions.post.run) },
    },
    insights: insightsEdge(() => ({ level: "account" })),
    reachestimate: {
      get: {
        about: "How many people fit a targeting, and with the nod_ fields why.",
        run: inLeastTime(reachEstimate),
        params: reachEstimateParams,
        fields: reachEstimateFields,
        differs:
          "data is an object, as documented; a client whose User-Agent starts with fbbizsdk-nodejs gets a list, because that SDK expects one (its issue 106).",
      },
    },
    delivery_estimate: {
      get: {
        about: "A day's spend, impressions, reach and frequency at growing budgets.",
        run: inLeastTime(deliveryEstimate),
        params: deliveryEstimateParams,
        fields: deliveryEstimateFields,
      },
    },
    nod_overlap: {
      get: {
        about: "How many people exactly these campaigns reached, for every mix of 2 to 6.",
        run: inLeastTime(reachOverlap),
        params: overlapParams,
        fields: {},
      },
    },
    nod_known_reach: {
      get: {
        about: "The newest sizes of audiences that were estimated before. It asks nothing.",
        run: inLeastTime(knownReach),
        params: knownReachParams,
        fields: {},
      },
    },
    minimum_budgets: minimumBudgets,
    ...targetingEdges,
  },
};
