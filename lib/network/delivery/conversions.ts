import { chance } from "./chance";

/** What counts as a conversion, by what the campaign is for; named as action types are on the wire. */
const actionOf: Readonly<Record<string, string>> = {
  OUTCOME_AWARENESS: "offsite_conversion.custom",
  OUTCOME_ENGAGEMENT: "onsite_conversion.messaging_conversation_started_7d",
  OUTCOME_TRAFFIC: "offsite_conversion.custom",
  OUTCOME_APP_PROMOTION: "mobile_app_install",
  OUTCOME_LEADS: "lead",
  OUTCOME_SALES: "purchase",
};

export const conversionAction = (objective: string): string =>
  actionOf[objective] ?? "offsite_conversion.custom";

/** An assumption of the simulation: between 2 and 5 % of clicks convert, always the same share for an ad set. */
const conversionRate = (adSetId: number): number => 0.02 + 0.03 * chance(adSetId, 0, "conversions");

/**
 * Conversions of a settled day, from its clicks alone: always the same for the same ad set, day and clicks. Fractions are rounded up
 * or down by the day's draw, so that few clicks a day still convert over a month.
 */
export function conversionsOf(adSetId: number, day: number, clicks: number): number {
  const wanted = clicks * conversionRate(adSetId);
  const rest = wanted - Math.floor(wanted);
  return Math.floor(wanted) + (chance(adSetId, day, "conversions") < rest ? 1 : 0);
}
