import fc from "fast-check";
import type { Asked } from "../../../../scripts/tests/ask";
import type { specs } from "../object-types";

/** Real ids and tokens, so that only what is wrong with a request can be why it is refused. */
export interface World {
  readonly account: string;
  readonly campaign: string;
  readonly adset: string;
  readonly ad: string;
  readonly creative: string;
  /** Ids of another workspace. */
  readonly foreign: readonly string[];
  readonly token: string;
  readonly readOnlyToken: string;
}

export interface Malformed extends Asked {
  /** What is wrong with it, for whoever reads a failure. */
  readonly wrong: string;
  readonly path: string;
}

type Params = Readonly<Record<string, unknown>>;

/** Creates and changes that would go through as they stand. */
export const sound = (
  world: World,
): readonly { path: string; params: Params; spec: keyof typeof specs }[] => {
  const campaign = {
    name: "Autumn",
    objective: "OUTCOME_TRAFFIC",
    status: "PAUSED",
    special_ad_categories: [],
    is_adset_budget_sharing_enabled: false,
  };
  const adset = {
    name: "Riders",
    campaign_id: world.campaign,
    status: "PAUSED",
    targeting: {
      geo_locations: { countries: ["IN"] },
      targeting_automation: { advantage_audience: 0 },
    },
    billing_event: "IMPRESSIONS",
    optimization_goal: "REACH",
    daily_budget: 500_000,
  };
  const ad = {
    name: "Ad",
    adset_id: world.adset,
    creative: { creative_id: world.creative },
    status: "PAUSED",
  };
  return [
    { path: `${world.account}/campaigns`, params: campaign, spec: "campaign" },
    { path: `${world.account}/adsets`, params: adset, spec: "adset" },
    { path: `${world.account}/ads`, params: ad, spec: "ad" },
    { path: world.campaign, params: { name: "Changed" }, spec: "campaign" },
    { path: world.adset, params: { daily_budget: 600_000 }, spec: "adset" },
    { path: world.ad, params: { status: "ARCHIVED" }, spec: "ad" },
  ];
};

export const json = (params: Params | string | Uint8Array): Asked => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body:
    typeof params === "string" || params instanceof Uint8Array ? params : JSON.stringify(params),
});

/** Names that are in every object of the language, and names that are in none of ours. */
export const odd = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "colour",
  "data[0]",
  "$where",
  "' OR 1=1 --",
);
