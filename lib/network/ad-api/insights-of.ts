export const levels = ["account", "campaign", "adset", "ad"] as const;
export type Level = (typeof levels)[number];

/** Whose insights: an account's, or a campaign's, ad set's or ad's of it. */
export interface InsightsOf {
  readonly level: Level;
  readonly campaignIds?: readonly number[];
  readonly adSetIds?: readonly number[];
  readonly adId?: number;
}
