import type { ReleasedCount } from "@/lib/network/release/released";
import { buy } from "./auction";
import { addDays, dayNumber } from "./calendar";
import { betaRate, jitter } from "./chance";
import type { Flight, SettledNumbers } from "./flight";
import { keptCap } from "./frequency-cap";
import { type Pace, paceOf } from "./pace";
import { medianCpmMinor } from "./price-list";
import { liveIntervals, priceLevel, scheduledShare, trafficShare } from "./traffic";

/** How often a day one person could see an ad of one ad set at all. */
export const chancesADay = 6;
/** Beta-distributed from day to day: mean 1.1 %, standard deviation 0.17 %. */
const clickRate = { mean: 0.011, a: 44 };
/** How much less each further exposure is clicked. */
const wear = 0.12;

export interface PlannedDay {
  readonly day: string;
  readonly impressions: number;
  readonly spendMinor: number;
  readonly clicks: number;
  /** Impressions over the released size of the audience. */
  readonly meanPerPerson: number;
}

/**
 * What a flight delivers on each asked day up to `now`, in order, after what is settled. Reads released sizes, budgets and the
 * clock, never people: `sizeIn` is the released size for a month (YYYY-MM), `moreClicks` how much more often than others its people
 * click (see known-company.ts). Days on which the flight was off are left out.
 */
export function planFlight(
  flight: Flight,
  days: readonly string[],
  settled: readonly SettledNumbers[],
  sizeIn: (month: string) => ReleasedCount,
  now: Date,
  moreClicks: (month: string) => number = () => 1,
): readonly PlannedDay[] {
  const before: { day: string; impressions: number; spendMinor: number }[] = [...settled];
  const live = liveIntervals(flight, now);
  const pace = paceOf(flight, days);
  return days.flatMap((day) => {
    const share = trafficShare(day, flight.account.timeZone, live);
    if (share === 0) return [];
    const month = day.slice(0, 7);
    const price = priceLevel(day, flight.account.timeZone, live);
    const on = { share, price, moreClicks: moreClicks(month) };
    const planned = planDay(flight, day, on, before, sizeIn(month), pace);
    before.push(planned);
    return [planned];
  });
}

/** People whom the released size vouches for: less three standard deviations and what rounding may have added. */
export const surePeople = ({ hidden, shown, sigma, step }: ReleasedCount): number =>
  hidden ? 0 : Math.max(0, shown - 3 * sigma - step / 2);

/** An ad set begins from the launch gate on, whoever set it up, and once it has begun it runs down to the floor. */
function peopleFor(size: ReleasedCount, before: readonly { readonly impressions: number }[]) {
  const mayRun = size.launchable || before.some(({ impressions }) => impressions > 0);
  return mayRun ? surePeople(size) : 0;
}

/** What is known of the hours of a day on which a flight was on. */
interface DayOn {
  /** Their part of the day's traffic. */
  readonly share: number;
  /** Their price, 1 over a whole day. */
  readonly price: number;
  readonly moreClicks: number;
}

function planDay(
  flight: Flight,
  day: string,
  { share, price, moreClicks }: DayOn,
  before: readonly Pick<SettledNumbers, "day" | "impressions" | "spendMinor">[],
  size: ReleasedCount,
  pace: Pace,
): PlannedDay {
  const number = dayNumber(day);
  const people = peopleFor(size, before);
  const median =
    medianCpmMinor(flight.objective, flight.expression, flight.account, day) *
    jitter(flight.adSetId, number, "price", 0.12) *
    price;
  const target = dayTarget(flight, day, share, before, pace);
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
    clicks: clicksOf(
      flight,
      number,
      { impressions: bought.impressions, moreClicks },
      people,
      before,
    ),
    meanPerPerson: size.shown > 0 ? bought.impressions / size.shown : 0,
  };
}

/**
 * An ad set stops at cap x the sure part of the released size, so that impressions never equal an exact count; on one day at what
 * one day may show of it.
 */
function capLeft(
  flight: Flight,
  day: string,
  people: number,
  before: readonly Pick<SettledNumbers, "day" | "impressions">[],
): number {
  const cap = keptCap(flight);
  if (!cap) return Number.POSITIVE_INFINITY;
  const since = addDays(day, 1 - cap.days);
  const used = before.reduce((sum, row) => sum + (row.day >= since ? row.impressions : 0), 0);
  return Math.max(0, Math.min(cap.aDay * people, cap.aDay * cap.reachDays * people - used));
}

function dayTarget(
  flight: Flight,
  day: string,
  share: number,
  before: readonly Pick<SettledNumbers, "spendMinor">[],
  pace: Pace,
): number {
  const { budget } = flight;
  const weight = pace.weight(day);
  if (budget.kind === "daily") return budget.minor * weight * share;
  const left = budget.minor - before.reduce((sum, row) => sum + row.spendMinor, 0);
  const ahead = weight * scheduledShare(flight, day) + pace.after(day);
  return ahead > 0 ? Math.max(0, Math.min(left, (left * weight * share) / ahead)) : 0;
}

/** About 1.1 % of impressions, fewer the more often people have seen the ad, more where they work with the company already. */
function clicksOf(
  flight: Flight,
  day: number,
  { impressions, moreClicks }: { readonly impressions: number; readonly moreClicks: number },
  people: number,
  before: readonly Pick<SettledNumbers, "impressions">[],
): number {
  const seen = before.reduce((sum, row) => sum + row.impressions, impressions / 2);
  const frequency = people > 0 ? seen / people : 0;
  const rate = betaRate(flight.adSetId, day, "clicks", clickRate) / (1 + wear * frequency);
  return Math.min(impressions, Math.round(impressions * rate * moreClicks));
}
