import type { DraftPlan } from "@/lib/campaigns/campaign";
import { daysIn, daysInBoth } from "./period";
import type { Period } from "./report";

/** The days a plan runs; null while it does not say. */
export function plannedDays(plan: DraftPlan): Period | null {
  const { startDay, endDay } = plan;
  return startDay && endDay && startDay <= endDay ? { since: startDay, until: endDay } : null;
}

/**
 * What a plan would have spent in a period, in minor units: its daily budget on each day it runs, or its
 * lifetime budget spread evenly over its days. null when the plan has no budget or no days.
 */
export function plannedSpend(plan: DraftPlan, period: Period): number | null {
  const days = plannedDays(plan);
  const minor = plan.budget?.minor;
  if (!plan.budget || !days || typeof minor !== "number") return null;
  const shared = daysInBoth(days, period);
  if (plan.budget.kind === "daily") return minor * shared;
  return Math.round((minor * shared) / daysIn(days));
}
