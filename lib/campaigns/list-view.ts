import { z } from "zod/mini";
import { range } from "@/lib/ad-api/panel";
import { pace } from "./money";
import { campaignStatus } from "./status-words";

export const listedCampaign = z.object({
  id: z.string(),
  name: z.string(),
  client: z.object({
    id: z.string(),
    name: z.string(),
    currency: z.string(),
    minorUnits: z.number(),
    timeZone: z.string(),
  }),
  company: z.nullable(z.object({ id: z.string(), name: z.string() })),
  status: campaignStatus,
  startDay: z.nullable(z.string()),
  endDay: z.nullable(z.string()),
  /** null: not launched, not started, or the network did not answer. */
  reach: z.nullable(range),
  frequency: z.nullable(z.number()),
  spentMinor: z.nullable(z.number()),
  plannedMinor: z.nullable(z.number()),
  /** Spend against what is due by now. */
  paceRatio: z.nullable(z.number()),
  pace: z.nullable(pace),
  /** Wall time, ISO 8601. */
  updatedAt: z.string(),
});
export type ListedCampaign = z.infer<typeof listedCampaign>;

export const campaignList = z.object({
  campaigns: z.array(listedCampaign),
  /** Clients whose numbers the network did not give; their campaigns are listed without. */
  silent: z.array(z.string()),
});
export type CampaignList = z.infer<typeof campaignList>;
