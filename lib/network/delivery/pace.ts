import { addDays, dayNumber, dayOf, daysBetween, weekday } from "./calendar";
import { chance } from "./chance";
import type { Flight } from "./flight";
import { scheduledShare } from "./traffic";

/** How a flight's money is spread over its days. */
export interface Pace {
  /** Some days get more than others: at most 1.4 times the mean, and 7 times it from Sunday to Saturday. */
  weight(day: string): number;
  /** Weights of the days after this one on which the flight may still run. */
  after(day: string): number;
}

/** Without an end a lifetime budget would last 30 days. */
const openEndDays = 29;

export function paceOf(flight: Flight, days: readonly string[]): Pace {
  const { adSetId, account, endsAt } = flight;
  const weights = new Map<string, number>();
  const weight = (day: string): number => {
    const known = weights.get(day) ?? dayWeight(adSetId, day);
    weights.set(day, known);
    return known;
  };
  const first = days[0] ?? "";
  const last = endsAt
    ? dayOf(endsAt, account.timeZone)
    : addDays(days.at(-1) ?? first, openEndDays);
  const sums = new Map<string, number>();
  if (flight.budget.kind === "lifetime") {
    let sum = 0;
    for (const day of daysBetween(first, last).reverse()) {
      sums.set(day, sum);
      sum += weight(day) * (day === last ? scheduledShare(flight, day) : 1);
    }
  }
  return { weight, after: (day) => sums.get(day) ?? 0 };
}

function dayWeight(adSetId: number, day: string): number {
  const sunday = dayNumber(day) - weekday(day);
  const draw = (number: number) => 0.8 + 0.4 * chance(adSetId, number, "pace");
  const week = [0, 1, 2, 3, 4, 5, 6].reduce((sum, index) => sum + draw(sunday + index), 0);
  return (7 * draw(dayNumber(day))) / week;
}
