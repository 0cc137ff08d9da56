import { z } from "zod/mini";

/** By what the people that a campaign reached can be told apart. */
export const partNames = ["frequency", "age", "gender", "place", "placement"] as const;
export const partName = z.literal([...partNames]);
export type PartName = z.infer<typeof partName>;

export const reachedPart = z.object({
  /** As the network says it: "25-34", "female", "DE", "social", "6-10". */
  value: z.string(),
  /** Of the people reached, 0-1. */
  share: z.number(),
  /** null: the campaign reached too few people for numbers, but not for shares. */
  people: z.nullable(z.number()),
});
export type ReachedPart = z.infer<typeof reachedPart>;

/** Who saw a campaign, split one way, over whole weeks. */
export const campaignParts = z.object({
  by: partName,
  since: z.string(),
  /** The last Sunday that is over, or the campaign's last day. */
  until: z.string(),
  /** Why there are no parts; null: there are. */
  without: z.nullable(z.literal(["early", "few", "unopened"])),
  /** Computed from released numbers, not counted. */
  modelled: z.boolean(),
  parts: z.array(reachedPart),
});
export type CampaignParts = z.infer<typeof campaignParts>;
