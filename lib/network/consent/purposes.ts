/** Why data may be used. Independent of each other, none pre-ticked. */
export const purposes = [
  "relevant_ads",
  "known_companies",
  "product_metrics",
  "safety",
  "friend_suggestions",
] as const;
export type Purpose = (typeof purposes)[number];

/** Who in the family may use it: the messaging app itself, its social network, its photo app. */
export const recipients = ["messenger", "social", "photos"] as const;
export type Recipient = (typeof recipients)[number];
