import { z } from "zod/mini";
import { daysBetween } from "./days";

export interface PlannedMoney {
  readonly budget: { readonly kind: "daily" | "lifetime"; readonly minor: number };
  readonly startDay: string;
  readonly endDay: string;
}

/** The least a day may cost: one unit of the currency. The network asks for more in some currencies, and says so itself. */
export const leastDailyMinor = (client: { readonly minorUnits: number }): number =>
  client.minorUnits;

export const plannedDays = (plan: Pick<PlannedMoney, "startDay" | "endDay">): number =>
  Math.max(1, daysBetween(plan.startDay, plan.endDay) + 1);

/** The most the whole flight may cost, in minor units. */
export const plannedTotalMinor = (plan: PlannedMoney): number =>
  plan.budget.kind === "lifetime" ? plan.budget.minor : plan.budget.minor * plannedDays(plan);

/** What a day may cost on average, in minor units. */
export const plannedDailyMinor = (plan: PlannedMoney): number =>
  plan.budget.kind === "daily" ? plan.budget.minor : plan.budget.minor / plannedDays(plan);

/** What should be spent by now: days that are over, and the share of today. */
export function dueMinor(plan: PlannedMoney, today: string, share: number): number {
  if (today < plan.startDay) return 0;
  if (today > plan.endDay) return plannedTotalMinor(plan);
  return Math.round(plannedDailyMinor(plan) * (daysBetween(plan.startDay, today) + share));
}

/** Spend against what is due: on pace from 0.85 to 1.15; nothing to say before the first tenth of a day's money. */
export const pace = z.literal(["behind", "on_pace", "ahead"]);
export type Pace = z.infer<typeof pace>;

export function paceOf(spentMinor: number, due: number, dailyMinor: number): Pace | null {
  if (due < dailyMinor / 10) return null;
  const ratio = spentMinor / due;
  if (ratio < 0.85) return "behind";
  return ratio > 1.15 ? "ahead" : "on_pace";
}

/** The wire writes spend in major units ("12.34"); we count in minor ones. */
export const minorOf = (major: string, minorUnits: number): number =>
  Math.round(Number(major) * minorUnits);
