import type { Forecast } from "./campaign";
import { type PlannedMoney, plannedDailyMinor, plannedTotalMinor } from "./money";
import { asRange, reachAt } from "./plan-line";

export interface PlanOutcome {
  readonly dailyMinor: number;
  readonly totalMinor: number;
  /** Distinct people on one day: on the curve, and as the range that is said. */
  readonly aDayPeople: number;
  readonly aDay: { readonly lower: number; readonly upper: number };
  /** Distinct people over all days. */
  readonly inAll: { readonly lower: number; readonly upper: number };
}

/** What the money should reach, a day and in all; null when the forecast has nothing to say. */
export function planOutcome(forecast: Forecast, money: PlannedMoney): PlanOutcome | null {
  if (forecast.people.hidden || forecast.curve.length === 0) return null;
  const dailyMinor = plannedDailyMinor(money);
  const totalMinor = plannedTotalMinor(money);
  const aDayPeople = reachAt(forecast, dailyMinor);
  return {
    dailyMinor,
    totalMinor,
    aDayPeople,
    aDay: asRange(forecast.people, aDayPeople),
    inAll: asRange(forecast.people, reachAt(forecast, totalMinor)),
  };
}
