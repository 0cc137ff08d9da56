import { z } from "zod/mini";
import { range } from "./panel";
import { targeting } from "./targeting";

export const objectives = [
  "OUTCOME_AWARENESS",
  "OUTCOME_TRAFFIC",
  "OUTCOME_ENGAGEMENT",
  "OUTCOME_LEADS",
  "OUTCOME_APP_PROMOTION",
  "OUTCOME_SALES",
] as const;
const objective = z.literal([...objectives]);
export type Objective = z.infer<typeof objective>;

const configuredStatus = z.literal(["ACTIVE", "PAUSED", "ARCHIVED", "DELETED"]);
export type ConfiguredStatus = z.infer<typeof configuredStatus>;

const effectiveStatus = z.literal([
  "ACTIVE",
  "PAUSED",
  "ARCHIVED",
  "DELETED",
  "CAMPAIGN_PAUSED",
  "ADSET_PAUSED",
  "PENDING_REVIEW",
  "DISAPPROVED",
  "WITH_ISSUES",
]);
export type EffectiveStatus = z.infer<typeof effectiveStatus>;

/** Why the network itself stopped something; the message can be shown. */
const issues = z.optional(
  z.array(z.object({ level: z.string(), error_summary: z.string(), error_message: z.string() })),
);

/** Budgets are minor units, as strings; times ISO 8601 in the account's zone. */
export const campaign = z.object({
  id: z.string(),
  account_id: z.string(),
  name: z.string(),
  objective,
  configured_status: configuredStatus,
  effective_status: effectiveStatus,
  issues_info: issues,
  created_time: z.string(),
  updated_time: z.string(),
});
export type Campaign = z.infer<typeof campaign>;

export const adSet = z.object({
  id: z.string(),
  account_id: z.string(),
  campaign_id: z.string(),
  name: z.string(),
  targeting,
  configured_status: configuredStatus,
  effective_status: effectiveStatus,
  billing_event: z.string(),
  optimization_goal: z.string(),
  daily_budget: z.optional(z.string()),
  lifetime_budget: z.optional(z.string()),
  start_time: z.string(),
  end_time: z.optional(z.string()),
  frequency_control_specs: z.optional(
    z.array(
      z.object({
        event: z.literal("IMPRESSIONS"),
        interval_days: z.number(),
        max_frequency: z.number(),
      }),
    ),
  ),
});
export type AdSet = z.infer<typeof adSet>;

export const creative = z.object({
  id: z.string(),
  name: z.string(),
  object_story_spec: z.object({
    page_id: z.string(),
    link_data: z.object({
      link: z.string(),
      message: z.string(),
      name: z.optional(z.string()),
      image_hash: z.optional(z.string()),
      call_to_action: z.optional(z.object({ type: z.string() })),
    }),
  }),
});
export type Creative = z.infer<typeof creative>;

export const ad = z.object({
  id: z.string(),
  adset_id: z.string(),
  campaign_id: z.string(),
  name: z.string(),
  creative: z.object({ id: z.string() }),
  configured_status: configuredStatus,
  effective_status: effectiveStatus,
  /** Why it was disapproved, by rule. */
  ad_review_feedback: z.optional(z.object({ global: z.record(z.string(), z.string()) })),
});
export type Ad = z.infer<typeof ad>;

/**
 * Where a number of people in insights comes from. Everything but "released" is a projection from impressions and released sizes: of the
 * open day; of a single day among several until that day alone is asked for; of what the budget has no room for.
 */
export const reachBasis = z.literal(["released", "open_day", "not_opened", "budget_spent"]);
export type ReachBasis = z.infer<typeof reachBasis>;

/** One row of insights; numbers are strings on the wire. Reach below the floor is absent and `nod_reach.hidden` is true. */
export const insightRow = z.object({
  date_start: z.string(),
  date_stop: z.string(),
  campaign_id: z.optional(z.string()),
  adset_id: z.optional(z.string()),
  impressions: z.string(),
  spend: z.string(),
  reach: z.optional(z.string()),
  frequency: z.optional(z.string()),
  clicks: z.optional(z.string()),
  ctr: z.optional(z.string()),
  cpm: z.optional(z.string()),
  /** Reach with its range, released per closed day. */
  nod_reach: z.optional(
    z.object({
      shown: z.number(),
      lower: z.number(),
      upper: z.number(),
      step: z.number(),
      hidden: z.boolean(),
    }),
  ),
  /** Cumulative distinct people from the start of the range to the end of this row. */
  nod_cumulative_reach: z.optional(
    z.object({
      shown: z.number(),
      lower: z.number(),
      upper: z.number(),
      step: z.number(),
      hidden: z.boolean(),
    }),
  ),
  /** True for the open day: a projection, not a settled number. */
  nod_projected: z.optional(z.boolean()),
  nod_reach_basis: z.optional(reachBasis),
  nod_cumulative_basis: z.optional(reachBasis),
  /** Of a part: its share of its row's people, 0 to 1 as text, and whether it was computed instead of counted. */
  nod_share: z.optional(z.string()),
  nod_modelled: z.optional(z.boolean()),
  age: z.optional(z.string()),
  gender: z.optional(z.string()),
  country: z.optional(z.string()),
  publisher_platform: z.optional(z.string()),
  frequency_value: z.optional(z.string()),
});
export type InsightRow = z.infer<typeof insightRow>;

export const segment = z.object({
  id: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  kind: z.literal(["interest", "purchase"]),
  policy: z.literal(["allowed", "restricted"]),
  reason: z.optional(z.string()),
  /** True when the segment has children to browse. */
  parent: z.boolean(),
  parent_id: z.nullable(z.string()),
  /** People in the whole network, from the month's overview; null until it is there. */
  size: z.nullable(range),
});
export type Segment = z.infer<typeof segment>;

export const place = z.object({
  key: z.string(),
  name: z.string(),
  type: z.literal(["country", "region"]),
  country_code: z.string(),
});
export type Place = z.infer<typeof place>;
