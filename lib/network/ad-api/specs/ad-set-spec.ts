import { z } from "zod/mini";
import { checkBudgetAmount, checkTimes, oneBudget } from "../budget-rules";
import { effectiveAdSet } from "../effective-status";
import { json, money, objectId, oneOf, text, time } from "../field-types";
import { checkName } from "../name-rule";
import type { ObjectSpec } from "../object-spec";
import { targetingSchema } from "../targeting-schema";
import { budgetOnOneLevel, checkAdSetTargeting, checkDsa, endsWithLifetime } from "./ad-set-rules";
import { commonFields } from "./common-fields";

const frequencyCap = z.strictObject({
  event: z.literal("IMPRESSIONS"),
  interval_days: z.int().check(z.minimum(1), z.maximum(90)),
  max_frequency: z.int().check(z.minimum(1), z.maximum(90)),
});

export const adSetSpec: ObjectSpec = {
  kind: "adset",
  name: "AdSet",
  edge: "adsets",
  parent: { kind: "campaign", field: "campaign_id" },
  fields: {
    ...commonFields,
    name: { type: text(400), required: true },
    campaign_id: { type: objectId, required: true, fixed: true },
    campaign: { link: { kind: "campaign", id: (node) => node.parentId } },
    targeting: { type: json(targetingSchema), required: true },
    billing_event: { type: oneOf(["IMPRESSIONS"]), required: true },
    optimization_goal: {
      type: oneOf([
        "REACH",
        "IMPRESSIONS",
        "LINK_CLICKS",
        "LANDING_PAGE_VIEWS",
        "POST_ENGAGEMENT",
        "LEAD_GENERATION",
        "OFFSITE_CONVERSIONS",
        "APP_INSTALLS",
        "CONVERSATIONS",
      ]),
      required: true,
    },
    bid_strategy: { type: oneOf(["LOWEST_COST_WITHOUT_CAP"]) },
    daily_budget: { type: money },
    lifetime_budget: { type: money },
    start_time: { type: time },
    end_time: { type: time },
    frequency_control_specs: { type: json(z.array(frequencyCap).check(z.maxLength(1))) },
    dsa_beneficiary: { type: text(512) },
    dsa_payor: { type: text(512) },
    effective_status: {
      read: async (node, _account, { shelf, now }) => {
        const campaign = await shelf.get(node.parentId ?? 0);
        if (!campaign) return node.status;
        return effectiveAdSet(node, campaign, await shelf.childrenOf("ad", node.id), now);
      },
    },
  },
  rules: [
    checkName,
    checkAdSetTargeting,
    budgetOnOneLevel,
    oneBudget,
    checkBudgetAmount,
    endsWithLifetime,
    checkTimes("start_time", "end_time"),
    checkDsa,
  ],
  derive: async ({ data }, { now }) =>
    data.start_time === undefined ? { start_time: now.toISOString() } : {},
};
