import { z } from "zod/mini";
import { reachBasis } from "@/lib/ad-api/objects";
import { range } from "@/lib/ad-api/panel";
import { pace } from "./money";
import { campaignStatus } from "./status-words";

/** One day of a campaign, settled once it is over; the open day is a projection. */
export const deliveredDay = z.object({
  day: z.string(),
  projected: z.boolean(),
  impressions: z.number(),
  spendMinor: z.number(),
  /** null: too few people to say. */
  clicks: z.nullable(z.number()),
  /** Distinct people on this day. */
  reach: range,
  reachBasis,
  cumulativeBasis: reachBasis,
  /** Distinct people from the campaign's start to the end of this day. */
  cumulative: range,
  /** People reached for the first time on this day, from two released numbers; null: too few to tell. */
  newPeople: z.nullable(z.number()),
});
export type DeliveredDay = z.infer<typeof deliveredDay>;

export const deliveredTotal = z.object({
  reachBasis,
  impressions: z.number(),
  spendMinor: z.number(),
  clicks: z.nullable(z.number()),
  reach: range,
  /** Times a reached person saw it, on average; null while reach is too small to show. */
  frequency: z.nullable(z.number()),
});
export type DeliveredTotal = z.infer<typeof deliveredTotal>;

/** How a launched campaign is doing, as its page draws it. */
export const campaignDelivery = z.object({
  status: campaignStatus,
  /** Why the network disapproved the ad or paused the campaign by itself, in its words. */
  feedback: z.array(z.string()),
  /** Network time, ISO 8601. */
  now: z.string(),
  /** Network seconds per wall second. */
  rate: z.number(),
  /** Today in the account's zone. */
  today: z.string(),
  days: z.array(deliveredDay),
  total: deliveredTotal,
  /** Distinct people the money should have reached by the end of each day, as promised at launch; empty: nothing was. */
  plan: z.array(z.object({ day: z.string(), people: z.number() })),
  money: z.object({ plannedMinor: z.number(), dueMinor: z.number(), pace: z.nullable(pace) }),
  /** What people did, newest first, in network time. */
  activity: z.array(z.object({ id: z.string(), at: z.string(), by: z.string(), what: z.string() })),
});
export type CampaignDelivery = z.infer<typeof campaignDelivery>;
