import type { Campaign } from "@/lib/campaigns/campaign";
import { reachAt } from "@/lib/campaigns/plan-line";
import { plannedDays, plannedSpend } from "./planned-spend";
import type { Period } from "./report";

/**
 * People a campaign's forecast at launch promised by the end of the settled days. Only for one that began within them:
 * people reached before the period would make the comparison false. One campaign at a time: promises are not added up.
 */
export function plannedPeople(campaign: Campaign, settled: Period): number | null {
  const days = plannedDays(campaign.plan);
  const { forecast } = campaign.plan;
  if (!days || !forecast || forecast.people.hidden) return null;
  if (days.since < settled.since || days.since > settled.until) return null;
  const spend = plannedSpend(campaign.plan, settled);
  if (!spend) return null;
  const { step } = forecast.people;
  return Math.round(reachAt(forecast, spend) / step) * step;
}
