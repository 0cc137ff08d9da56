import type { ReleasedCount } from "@/lib/network/release/released";
import { buy } from "./auction";
import { addDays, dayNumber, dayOf, daysBetween, weekday } from "./calendar";
import { chance, jitter } from "./chance";
import type { Flight, SettledNumbers } from "./flight";
import { medianCpmMinor } from "./price-list";
import { liveIntervals, scheduledShare, trafficShare } from "./traffic";

/** How often a day one person could see an ad of one ad set at all. */
export const chancesADay = 6;
const clickRate = 0.011;

export interface PlannedDay {
  readonly day: string;
  readonly impressions: number;
  readonly spendMinor: number;
  readonly clicks: number;
  /** Impressions over the released size. */
  readonly meanPerPerson: number;
}

/**
 * What a flight delivers on each asked day up to `now`, in order, after what is settled. Reads released sizes, budgets and the
 * clock, never people: `sizeIn` is the released size for a month (YYYY-MM). Days on which the flight was off are left out.
 */
export function planFlight(
  flight: Flight,
  days: readonly string[],
  settled: readonly SettledNumbers[],
  sizeIn: (month: string) => ReleasedCount,
  now: Date,
): readonly PlannedDay[] {
  const before: { day: string; impressions: number; spendMinor: number }[] = [...settled];
  const live = liveIntervals(flight, now);
  return days.flatMap((day) => {
    const share = trafficShare(day, flight.account.timeZone, live);
    if (share === 0) return [];
    const planned = planDay(flight, day, share, before, sizeIn(day.slice(0, 7)));
    before.push(planned);
    return [planned];
  });
}

function planDay(
  flight: Flight,
  day: string,
  share: number,
  before: readonly Pick<SettledNumbers, "day" | "impressions" | "spendMinor">[],
  size: ReleasedCount,
): PlannedDay {
  const number = dayNumber(day);
  const people = size.hidden ? 0 : Math.max(0, size.shown - 3 * size.sigma);
  const median =
    medianCpmMinor(flight.objective, flight.expression, flight.account, day) *
    jitter(flight.adSetId, number, "price", 0.12);
  const target = dayTarget(flight, day, share, before);
  const bought = buy(
    people * chancesADay * share,
    median,
    target,
    capLeft(flight, day, people, before),
  );
  return {
    day,
    impressions: bought.impressions,
    spendMinor: bought.spend,
    clicks: clicksOf(flight, number, bought.impressions, people, before),
    meanPerPerson: size.shown > 0 ? bought.impressions / size.shown : 0,
  };
}

/** An ad set stops at cap x (released size - 3 sigma), so that impressions never equal an exact count. */
function capLeft(
  { maxFrequency }: Flight,
  day: string,
  people: number,
  before: readonly Pick<SettledNumbers, "day" | "impressions">[],
): number {
  if (!maxFrequency) return Number.POSITIVE_INFINITY;
  const since = addDays(day, 1 - maxFrequency.days);
  const used = before.reduce((sum, row) => sum + (row.day >= since ? row.impressions : 0), 0);
  return Math.max(0, maxFrequency.times * people - used);
}

function dayTarget(
  flight: Flight,
  day: string,
  share: number,
  before: readonly Pick<SettledNumbers, "spendMinor">[],
): number {
  const { budget } = flight;
  const weight = dayWeight(flight.adSetId, day);
  if (budget.kind === "daily") return budget.minor * weight * share;
  const left = budget.minor - before.reduce((sum, row) => sum + row.spendMinor, 0);
  const last = flight.endsAt ? dayOf(flight.endsAt, flight.account.timeZone) : addDays(day, 29);
  const ahead = daysBetween(addDays(day, 1), last).reduce(
    (sum, later) => sum + dayWeight(flight.adSetId, later) * aheadShare(flight, later, last),
    weight * scheduledShare(flight, day),
  );
  return ahead > 0 ? Math.max(0, Math.min(left, (left * weight * share) / ahead)) : 0;
}

const aheadShare = (flight: Flight, day: string, last: string): number =>
  day === last ? scheduledShare(flight, day) : 1;

/** Some days get more than the daily budget, some less: at most 1.4 times it, and 7 times it from Sunday to Saturday. */
export function dayWeight(adSetId: number, day: string): number {
  const sunday = dayNumber(day) - weekday(day);
  const weight = (number: number) => 0.8 + 0.4 * chance(adSetId, number, "pace");
  const week = [0, 1, 2, 3, 4, 5, 6].reduce((sum, index) => sum + weight(sunday + index), 0);
  return (7 * weight(dayNumber(day))) / week;
}

/** About 1.1 % of impressions, fewer the more often people have seen the ad. */
function clicksOf(
  flight: Flight,
  day: number,
  impressions: number,
  people: number,
  before: readonly Pick<SettledNumbers, "impressions">[],
): number {
  const seen = before.reduce((sum, row) => sum + row.impressions, impressions / 2);
  const frequency = people > 0 ? seen / people : 0;
  const rate = (clickRate / (1 + 0.12 * frequency)) * jitter(flight.adSetId, day, "clicks", 0.15);
  return Math.min(impressions, Math.round(impressions * rate));
}
