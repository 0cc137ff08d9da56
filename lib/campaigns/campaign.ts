import { z } from "zod/mini";
import { rules } from "@/lib/audiences/rules";

/** What a marketer plans; parsed with field errors when launched, kept as typed while drafting. */
export const plan = z.object({
  name: z.string().check(z.trim(), z.minLength(1, "Give the campaign a name."), z.maxLength(120)),
  objective: z.literal([
    "OUTCOME_AWARENESS",
    "OUTCOME_TRAFFIC",
    "OUTCOME_ENGAGEMENT",
    "OUTCOME_LEADS",
    "OUTCOME_APP_PROMOTION",
    "OUTCOME_SALES",
  ]),
  audienceId: z.string().check(z.minLength(1, "Choose an audience.")),
  companyId: z.string().check(z.minLength(1, "Choose the company the ad comes from.")),
  budget: z.object({ kind: z.literal(["daily", "lifetime"]), minor: z.int().check(z.positive()) }),
  /** Days in the client's zone, YYYY-MM-DD, inclusive. */
  startDay: z.iso.date(),
  endDay: z.iso.date(),
  maxFrequency: z.nullable(
    z.object({ times: z.int().check(z.positive()), days: z.literal([1, 7, 30]) }),
  ),
  message: z
    .string()
    .check(z.trim(), z.minLength(1, "Write the text of the ad."), z.maxLength(500)),
  headline: z.string().check(z.trim(), z.minLength(1, "Write a headline."), z.maxLength(60)),
  link: z.url({ protocol: /^https$/, error: "Use a full address that starts with https://." }),
  callToAction: z.literal(["LEARN_MORE", "SHOP_NOW", "SIGN_UP", "CONTACT_US", "BOOK_NOW"]),
  imageHash: z.nullable(z.string()),
});
export type Plan = z.infer<typeof plan>;

/** A draft holds whatever was typed so far. */
export const draftPlan = z.partial(plan);
export type DraftPlan = z.infer<typeof draftPlan>;

/** The ids the network gave the launched objects; filled one by one, so that a broken launch can be carried on. */
export const remoteIds = z.partial(
  z.object({ campaign: z.string(), adSet: z.string(), creative: z.string(), ad: z.string() }),
);
export type RemoteIds = z.infer<typeof remoteIds>;

/** draft: nothing sent. launching: written down before the first call, carried on after a crash. launched: the network has all of it. */
export const campaignState = z.literal(["draft", "launching", "launched", "archived"]);
export type CampaignState = z.infer<typeof campaignState>;

export const campaign = z.object({
  id: z.string(),
  agencyId: z.string(),
  clientId: z.string(),
  name: z.string(),
  state: campaignState,
  plan: draftPlan,
  /** The rules as they were when launched; null while a draft. */
  launchedRules: z.nullable(rules),
  remote: remoteIds,
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  updatedBy: z.string(),
  launchedAt: z.nullable(z.date()),
});
export type Campaign = z.infer<typeof campaign>;
