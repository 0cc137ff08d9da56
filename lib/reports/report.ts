import { z } from "zod/mini";
import { range } from "@/lib/ad-api/panel";

/** A day or an inclusive run of days in the client's zone, YYYY-MM-DD. */
export const period = z.object({ since: z.iso.date(), until: z.iso.date() });
export type Period = z.infer<typeof period>;

/** What ads did in some days. Money in the client's minor units. Reach is a union of people, never a sum. */
export const reportNumbers = z.object({
  spendMinor: z.int(),
  impressions: z.int(),
  reach: range,
  /** Times each person reached saw an ad; null while reach is hidden. */
  frequency: z.nullable(z.number()),
  /** null below 1,000 people reached. */
  clicks: z.nullable(z.int()),
});
export type ReportNumbers = z.infer<typeof reportNumbers>;

/** Distinct people from the first day of the period to the end of this day. */
export const reportDay = z.object({
  day: z.iso.date(),
  spendMinor: z.int(),
  impressions: z.int(),
  cumulative: range,
  /** The open day: a projection, left out of every other number. */
  projected: z.boolean(),
});
export type ReportDay = z.infer<typeof reportDay>;

export const reportWeek = z.object({
  since: z.iso.date(),
  until: z.iso.date(),
  numbers: reportNumbers,
  /** People nobody had reached in the period before this week; null: too few to say. */
  newPeople: z.nullable(z.int()),
});
export type ReportWeek = z.infer<typeof reportWeek>;

export const campaignStanding = z.literal([
  "scheduled",
  "running",
  "paused",
  "in_review",
  "disapproved",
  "ended",
  "archived",
]);
export type CampaignStanding = z.infer<typeof campaignStanding>;

export const reportCampaign = z.object({
  /** Our own id, for a link inside the workspace; null in a shared report and for campaigns made elsewhere. */
  campaignId: z.nullable(z.string()),
  name: z.string(),
  standing: campaignStanding,
  company: z.nullable(z.string()),
  days: z.nullable(period),
  numbers: reportNumbers,
  /** What the plan lets it spend in the whole period and by the last settled day; null without a plan. */
  plannedMinor: z.nullable(z.int()),
  plannedToDateMinor: z.nullable(z.int()),
  /** Spend over planned spend to date; null without a plan. */
  pace: z.nullable(z.number()),
  /** People its forecast promised by the last settled day; null unless it began in the period with a forecast. */
  plannedPeople: z.nullable(z.int()),
  /** At most this many ads to one person in so many days; null: no limit of its own. */
  maxFrequency: z.nullable(z.object({ times: z.int(), days: z.int() })),
  /** Who it was for, in words; null when unknown or when the link shows numbers only. */
  audience: z.nullable(z.string()),
});
export type ReportCampaign = z.infer<typeof reportCampaign>;

/** People reached by exactly the named campaigns (indexes into the report's campaigns) and by no other of those compared. */
export const reportOverlap = z.object({
  compared: z.array(z.int()),
  total: range,
  cells: z.array(z.object({ campaigns: z.array(z.int()), range })),
});
export type ReportOverlap = z.infer<typeof reportOverlap>;

export const methodNote = z.object({ term: z.string(), text: z.string() });
export type MethodNote = z.infer<typeof methodNote>;

/**
 * One client's report of one period: an answer, then its evidence. Complete in itself, so that a share link
 * can freeze it; nothing in it is computed again when it is shown.
 */
export const report = z.object({
  version: z.literal(1),
  agency: z.string(),
  client: z.string(),
  currency: z.string(),
  minorUnits: z.int(),
  timeZone: z.string(),
  period,
  before: period,
  /** The last closed day of the period whose numbers are in; null when no day of it has closed. */
  settledUntil: z.nullable(z.iso.date()),
  /** Network time when the numbers were read, ISO 8601, and whether it runs faster than the wall clock. */
  readAt: z.string(),
  simulatedTime: z.boolean(),
  headline: z.string(),
  changed: z.array(z.string()),
  why: z.array(z.string()),
  next: z.array(z.string()),
  total: reportNumbers,
  /** The same length of time just before; null when no ads ran then. */
  totalBefore: z.nullable(reportNumbers),
  plan: z.object({
    /** Planned for the whole period and to date; null when no campaign has a plan. */
    spendMinor: z.nullable(z.int()),
    spendToDateMinor: z.nullable(z.int()),
    /** What campaigns with a plan spent of it to date. */
    spentMinor: z.int(),
    /** spentMinor over spendToDateMinor. */
    pace: z.nullable(z.number()),
    /** People the planned spend to date would have reached at this period's prices. */
    reachPeople: z.nullable(z.int()),
    /** The same by day, to the end of the period: what the chart draws as the plan. */
    days: z.array(z.object({ day: z.iso.date(), people: z.int() })),
    campaignsWithoutPlan: z.int(),
  }),
  days: z.array(reportDay),
  weeks: z.array(reportWeek),
  campaigns: z.array(reportCampaign),
  overlap: z.nullable(reportOverlap),
  method: z.array(methodNote),
});
export type Report = z.infer<typeof report>;
