import { z } from "zod/mini";
import { range } from "@/lib/ad-api/panel";
import { rules } from "@/lib/audiences/rules";

const objective = z.literal([
  "OUTCOME_AWARENESS",
  "OUTCOME_TRAFFIC",
  "OUTCOME_ENGAGEMENT",
  "OUTCOME_LEADS",
  "OUTCOME_APP_PROMOTION",
  "OUTCOME_SALES",
]);
const callToAction = z.literal(["LEARN_MORE", "SHOP_NOW", "SIGN_UP", "CONTACT_US", "BOOK_NOW"]);
const budgetKind = z.literal(["daily", "lifetime"]);
const maxFrequency = z.nullable(
  z.object({ times: z.int().check(z.minimum(1), z.maximum(100)), days: z.literal([1, 7, 30]) }),
);

/** Audiences that use segments of jobs, homes, credit or gambling may only be addressed when the campaign declares it. */
const specialCategory = z.nullable(
  z.literal(["EMPLOYMENT", "HOUSING", "FINANCIAL_PRODUCTS_SERVICES", "ONLINE_GAMBLING_AND_GAMING"]),
);

const choose = (message: string) => z.string(message).check(z.trim(), z.minLength(1, message));
const text = (missing: string, longest: number) =>
  choose(missing).check(z.maxLength(longest, `Use at most ${longest} characters.`));

/** What was promised at launch: people who fit, and what a day's money reaches. Kept, so that the plan line never moves. */
export const forecast = z.object({
  people: range,
  curve: z.array(z.object({ spendMinor: z.number(), impressions: z.number(), reach: z.number() })),
});
export type Forecast = z.infer<typeof forecast>;

/** What a marketer plans; parsed with field errors when launched, kept as typed while drafting. */
export const plan = z.object({
  name: text("Give the campaign a name.", 120),
  objective: z._default(objective, "OUTCOME_AWARENESS"),
  specialCategory: z._default(specialCategory, null),
  audienceId: choose("Choose an audience."),
  companyId: choose("Choose the company the ad comes from."),
  /** Only people who already work with the company; false: the audience as it was saved. */
  onlyCompanyPeople: z._default(z.boolean(), true),
  budget: z.object(
    {
      kind: budgetKind,
      minor: z
        .int("Say how much may be spent.")
        .check(z.positive("Say how much may be spent."), z.maximum(1e12, "That is too much.")),
    },
    "Say how much may be spent.",
  ),
  /** Days in the client's zone, YYYY-MM-DD, inclusive. */
  startDay: z.iso.date("Choose the first day."),
  endDay: z.iso.date("Choose the last day."),
  maxFrequency: z._default(maxFrequency, null),
  message: text("Write the text of the ad.", 500),
  headline: text("Write a headline.", 60),
  link: z.url({ protocol: /^https$/, error: "Use a full address that starts with https://." }),
  callToAction: z._default(callToAction, "LEARN_MORE"),
  imageHash: z._default(z.nullable(z.string()), null),
  /** Where the uploaded picture is shown from. */
  imageUrl: z._default(z.nullable(z.string()), null),
  forecast: z._default(z.nullable(forecast), null),
});
export type Plan = z.infer<typeof plan>;

const typed = z.optional(z.string().check(z.maxLength(5000)));

/** A draft holds whatever was typed so far: half an address, no budget yet, the days in the wrong order. */
export const draftPlan = z.object({
  name: typed,
  objective: z.optional(objective),
  specialCategory: z.optional(specialCategory),
  audienceId: typed,
  companyId: typed,
  onlyCompanyPeople: z.optional(z.boolean()),
  budget: z.optional(z.object({ kind: budgetKind, minor: z.nullable(z.int()) })),
  startDay: typed,
  endDay: typed,
  maxFrequency: z.optional(maxFrequency),
  message: typed,
  headline: typed,
  link: typed,
  callToAction: z.optional(callToAction),
  imageHash: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
  imageUrl: z.optional(z.nullable(z.string().check(z.maxLength(2000)))),
  forecast: z.optional(z.nullable(forecast)),
});
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
