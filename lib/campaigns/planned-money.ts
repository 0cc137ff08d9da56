import type { Campaign } from "./campaign";
import { isDay } from "./days";
import type { PlannedMoney } from "./money";

/** Budget and days of a plan, when all of them are there; a half-typed draft has none. */
export function plannedMoney({ plan }: Pick<Campaign, "plan">): PlannedMoney | null {
  const { budget, startDay, endDay } = plan;
  if (!budget?.minor || !startDay || !endDay) return null;
  if (!isDay(startDay) || !isDay(endDay) || endDay < startDay) return null;
  return { budget: { kind: budget.kind, minor: budget.minor }, startDay, endDay };
}
