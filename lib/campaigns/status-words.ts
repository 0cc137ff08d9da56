import { z } from "zod/mini";

/** What a campaign is doing. "unknown": the network did not answer. */
export const campaignStatus = z.literal([
  "draft",
  "launching",
  "scheduled",
  "in_review",
  "delivering",
  "paused",
  "ended",
  "disapproved",
  "archived",
  "unknown",
]);
export type CampaignStatus = z.infer<typeof campaignStatus>;

/** As people say it. */
export const statusWords: Readonly<Record<CampaignStatus, string>> = {
  draft: "Draft",
  launching: "Launching",
  scheduled: "Scheduled",
  in_review: "In review",
  delivering: "Delivering",
  paused: "Paused",
  ended: "Ended",
  disapproved: "Disapproved",
  archived: "Archived",
  unknown: "Status unknown",
};
