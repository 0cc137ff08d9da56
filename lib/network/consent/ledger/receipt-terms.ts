import type { Purpose, Recipient } from "../purposes";
import type { ConsentEventType } from "./consent-event";

// Concepts of the Data Privacy Vocabulary, version 2 (w3id.org/dpv), that stand nearest to ours.

export const dpvPurposes: Readonly<Record<Purpose, string>> = {
  relevant_ads: "dpv:PersonalisedAdvertising",
  known_companies: "dpv:TargetedAdvertising",
  product_metrics: "dpv:ServiceUsageAnalytics",
  safety: "dpv:FraudPreventionAndDetection",
  friend_suggestions: "dpv:ProvidePersonalisedRecommendations",
};

export const dpvStates: Readonly<Record<ConsentEventType, string>> = {
  requested: "dpv:ConsentRequested",
  given: "dpv:ConsentGiven",
  refused: "dpv:ConsentRefused",
  withdrawn: "dpv:ConsentWithdrawn",
  expired: "dpv:ConsentExpired",
};

/** What each purpose uses of a person, in words. */
export const dataUsed: Readonly<Record<Purpose, string>> = {
  relevant_ads: "Interest signals",
  known_companies: "Companies the person works with",
  product_metrics: "Use of the app",
  safety: "Interest signals",
  friend_suggestions: "Acquaintances",
};

export const recipientNames: Readonly<Record<Recipient, string>> = {
  messenger: "The messenger",
  social: "The social network",
  photos: "The photo app",
};
