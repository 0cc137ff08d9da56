import { z } from "zod/mini";
import { checkBudgetAmount, checkTimes, oneBudget } from "../budget-rules";
import { effectiveAdSet } from "../effective-status";
import { json, money, objectId, oneOf, text, time } from "../field-types";
import { checkName } from "../name-rule";
import type { ObjectSpec } from "../object-spec";
import { targetingSchema } from "../targeting-schema";
import { budgetOnOneLevel, checkAdSetTargeting, checkDsa, endsWithLifetime } from "./ad-set-rules";
import { commonFields, sourceField } from "./common-fields";
import { keepsPolicies } from "./policy-rule";

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
    source_adset_id: sourceField,
    name: {
      type: text(400),
      about: "Its name; one that suggests a forbidden category is refused.",
      required: true,
    },
    campaign_id: { type: objectId, about: "Its campaign.", required: true, fixed: true },
    campaign: {
      answers: "campaign",
      about: "Its campaign, with braces.",
      link: { kind: "campaign", id: (node) => node.parentId },
    },
    targeting: {
      type: json(targetingSchema),
      about: "Whom to reach; see Targeting.",
      required: true,
    },
    billing_event: {
      type: oneOf(["IMPRESSIONS"]),
      about: "What is paid for.",
      differs: "Impressions only.",
      required: true,
    },
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
      about: "What delivery looks for.",
      required: true,
    },
    bid_strategy: {
      type: oneOf(["LOWEST_COST_WITHOUT_CAP"]),
      about: "How it bids.",
      differs: "Bids cannot be capped: there is one strategy.",
    },
    daily_budget: {
      type: money,
      answers: "integer as text",
      about: "Minor units a day.",
    },
    lifetime_budget: {
      type: money,
      answers: "integer as text",
      about: "Minor units in all; with end_time.",
    },
    start_time: { type: time, about: "When it begins; now without it." },
    end_time: { type: time, about: "When it ends." },
    frequency_control_specs: {
      type: json(z.array(frequencyCap).check(z.maxLength(1)), "list of objects"),
      about: "At most so many impressions a person in so many days.",
    },
    dsa_beneficiary: {
      type: text(512),
      about:
        "On whose behalf it is shown; required where a country of the European Union is targeted.",
    },
    dsa_payor: { type: text(512), about: "Who pays; required in the same case." },
    effective_status: {
      about: "What really holds; see Status and review.",
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
    keepsPolicies,
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
