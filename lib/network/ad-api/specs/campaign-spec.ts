import { z } from "zod/mini";
import { objectives } from "@/lib/ad-api/objects";
import { ok } from "@/lib/result";
import { checkBudgetAmount, checkTimes, hasBudget, oneBudget } from "../budget-rules";
import { effectiveCampaign } from "../effective-status";
import { missing, wrong } from "../fault";
import { flag, listOf, money, oneOf, text, time } from "../field-types";
import { checkName } from "../name-rule";
import type { ObjectSpec, Rule } from "../object-spec";
import { commonFields } from "./common-fields";

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
    name: { type: text(400), required: true },
    objective: { type: oneOf(objectives), required: true, fixed: true },
    special_ad_categories: { type: listOf(z.literal([...categories])), required: true },
    special_ad_category_country: { type: listOf(z.string().check(z.regex(/^[A-Z]{2}$/))) },
    buying_type: {
      type: oneOf(["AUCTION"]),
      fixed: true,
      read: () => "AUCTION",
    },
    bid_strategy: { type: oneOf(["LOWEST_COST_WITHOUT_CAP"]) },
    daily_budget: { type: money },
    lifetime_budget: { type: money },
    is_adset_budget_sharing_enabled: { type: flag },
    start_time: { type: time },
    stop_time: { type: time },
    effective_status: {
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
