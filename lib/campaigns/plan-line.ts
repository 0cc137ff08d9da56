import type { CurvePoint } from "@/lib/ad-api/ad-api";
import type { Range } from "@/lib/ad-api/panel";
import type { Forecast } from "./campaign";
import { addDays, daysOf } from "./days";
import { type PlannedMoney, plannedDailyMinor, plannedDays } from "./money";

/** How unevenly people use the network: the shape of the network's own forecast. */
const shape = 0.8;

const share = (impressions: number, people: number): number =>
  1 - (1 + impressions / (people * shape)) ** -shape;

/**
 * Distinct people reached by a spend, read off the forecast's curve; straight between its points, and beyond the
 * last one bent like N (1 - (1 + I / (N k))^-k), never above the people who fit.
 */
export function reachAt(forecast: Forecast, spendMinor: number): number {
  const people = forecast.people.shown;
  const last = forecast.curve.at(-1);
  if (forecast.people.hidden || people <= 0 || !last || last.spendMinor <= 0) return 0;
  if (spendMinor >= last.spendMinor) {
    const impressions = last.impressions * (spendMinor / last.spendMinor);
    const bend = share(impressions, people) / Math.max(share(last.impressions, people), 1e-9);
    return Math.min(people, last.reach * bend);
  }
  let before: CurvePoint = { spendMinor: 0, impressions: 0, reach: 0 };
  for (const point of forecast.curve) {
    if (point.spendMinor >= spendMinor) {
      const along = (spendMinor - before.spendMinor) / (point.spendMinor - before.spendMinor || 1);
      return before.reach + (point.reach - before.reach) * along;
    }
    before = point;
  }
  return last.reach;
}

/** A forecast number as wide as the number of people who fit is: at least 5 % each way. */
export function asRange(people: Range, reach: number): { lower: number; upper: number } {
  const slack = Math.max(
    0.05,
    people.shown > 0 ? (people.upper - people.lower) / people.shown / 2 : 0,
  );
  const cap = people.upper;
  return {
    lower: Math.max(0, reach * (1 - slack)),
    upper: Math.min(cap, reach * (1 + slack)),
  };
}

export interface PlannedDay {
  readonly day: string;
  /** Distinct people reached from the first day to the end of this one. */
  readonly people: number;
}

/** Cumulative distinct people the money should reach, a point a day. */
export function planLine(forecast: Forecast, plan: PlannedMoney): readonly PlannedDay[] {
  const daily = plannedDailyMinor(plan);
  return daysOf(plan.startDay, addDays(plan.startDay, plannedDays(plan) - 1)).map((day, index) => ({
    day,
    people: Math.round(reachAt(forecast, daily * (index + 1))),
  }));
}
