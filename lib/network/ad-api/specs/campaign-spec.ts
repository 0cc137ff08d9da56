import { z } from "zod/mini";
import { objectives } from "@/lib/ad-api/objects";
import { ok } from "@/lib/result";
import { checkBudgetAmount, checkTimes, hasBudget, oneBudget } from "../budget-rules";
import { effectiveCampaign } from "../effective-status";
import { missing, wrong } from "../fault";
import { flag, listOf, money, oneOf, text, time } from "../field-types";
import { checkName } from "../name-rule";
import type { ObjectSpec, Rule } from "../object-spec";
import { commonFields, sourceField } from "./common-fields";

const categories = [
  "NONE",
  "EMPLOYMENT",
  "HOUSING",
  "FINANCIAL_PRODUCTS_SERVICES",
  "ONLINE_GAMBLING_AND_GAMING",
  "ISSUES_ELECTIONS_POLITICS",
] as const;

const budgetOrSharing: Rule = ({ data }) => {
  if (hasBudget(data)) return data.bid_strategy ? ok(null) : missing("bid_strategy");
  if (typeof data.is_adset_budget_sharing_enabled === "boolean") return ok(null);
  return wrong(
    ["is_adset_budget_sharing_enabled"],
    "Say whether ad sets share their budgets (is_adset_budget_sharing_enabled), or give the campaign a budget.",
    4_834_011,
  );
};

const categoryCountry: Rule = ({ data }) => {
  const special = listed(data.special_ad_categories).filter((name) => name !== "NONE");
  if (special.length === 0 || listed(data.special_ad_category_country).length > 0) return ok(null);
  return missing("special_ad_category_country");
};

const endsWithLifetime: Rule = ({ data }) =>
  data.lifetime_budget !== undefined && data.stop_time === undefined
    ? missing("stop_time")
    : ok(null);

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const campaignSpec: ObjectSpec = {
  kind: "campaign",
  name: "Campaign",
  edge: "campaigns",
  fields: {
    ...commonFields,
    source_campaign_id: sourceField,
    name: {
      type: text(400),
      about: "Its name; one that suggests a forbidden category is refused.",
      required: true,
    },
    objective: {
      type: oneOf(objectives),
      about: "What it is for; it prices the auction.",
      required: true,
      fixed: true,
    },
    special_ad_categories: {
      type: { ...listOf(z.literal([...categories])), values: categories },
      about: "The special ad categories it falls under; [] or NONE for none.",
      required: true,
    },
    special_ad_category_country: {
      type: listOf(z.string().check(z.regex(/^[A-Z]{2}$/))),
      about: "In which countries; required with a category.",
    },
    buying_type: {
      type: oneOf(["AUCTION"]),
      about: "AUCTION, the only one.",
      fixed: true,
      read: () => "AUCTION",
    },
    bid_strategy: {
      type: oneOf(["LOWEST_COST_WITHOUT_CAP"]),
      about: "Required with a budget.",
      differs: "Bids cannot be capped: there is one strategy.",
    },
    daily_budget: {
      type: money,
      answers: "integer as text",
      about: "Minor units a day, for all its ad sets.",
      differs: "Shared equally by the ad sets.",
    },
    lifetime_budget: {
      type: money,
      answers: "integer as text",
      about: "Minor units in all; with stop_time.",
      differs: "Shared equally by the ad sets.",
    },
    is_adset_budget_sharing_enabled: {
      type: flag,
      about: "Must be said when the campaign has no budget.",
      differs: "Changes nothing: ad sets keep their budgets.",
    },
    start_time: { type: time, about: "Not before this." },
    stop_time: { type: time, about: "Not after this." },
    effective_status: {
      about: "What really holds; see Status and review.",
      read: async (node, _account, { shelf, now }) => {
        const adSets = await shelf.childrenOf("adset", node.id);
        await shelf.fetchChildren(
          "ad",
          adSets.map(({ id }) => id),
        );
        const ads = await Promise.all(adSets.map(({ id }) => shelf.childrenOf("ad", id)));
        return effectiveCampaign(node, ads.flat(), now);
      },
    },
  },
  rules: [
    checkName,
    oneBudget,
    checkBudgetAmount,
    budgetOrSharing,
    endsWithLifetime,
    checkTimes("start_time", "stop_time"),
    categoryCountry,
  ],
};
