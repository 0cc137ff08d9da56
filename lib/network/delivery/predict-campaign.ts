import { displayStep } from "@/lib/network/release/display";
import type { ReleasedCount } from "@/lib/network/release/released";
import { buy } from "./auction";
import { exposureOf, exposures, type FrequencyCap, reachedShare } from "./exposure";
import type { Flight } from "./flight";
import { chancesADay, surePeople } from "./plan-flight";
import { medianCpmMinor } from "./price-list";

interface PredictionAsk {
  readonly flight: Pick<Flight, "account" | "expression" | "objective">;
  /** The audience's released size. */
  readonly size: ReleasedCount;
  readonly days: number;
  /** The day that prices it, YYYY-MM-DD. */
  readonly day: string;
  readonly cap: FrequencyCap | null;
}

export interface PredictedPoint {
  readonly budgetMinor: number;
  readonly impressions: number;
  readonly reach: number;
  /** Shares of the people reached who see an ad once, twice, ... and `shares.length` times or more. */
  readonly shares: readonly number[];
}

/** What a campaign of fixed length would bring, for any budget or reach. */
interface Predictor {
  readonly most: PredictedPoint;
  atBudget(budgetMinor: number): PredictedPoint;
  /** With the least budget that reaches so many; null: it cannot be reached. */
  atReach(reach: number): PredictedPoint | null;
}

/**
 * Reach and frequency from the released size, the price list and the reach curve: impressions fall on people as gamma-Poisson
 * (k = 0.8), and whoever has seen as many as the cap allows gets no more, so that the same money reaches more people. null: the
 * audience is too small to be shown.
 */
export function predictCampaign(ask: PredictionAsk): Predictor | null {
  const { flight, size, days } = ask;
  // Nobody meets an ad five times as often as there are chances: such a cap is none.
  const binds = ask.cap !== null && ask.cap.times < 5 * chancesADay * ask.cap.days;
  const cap = binds ? ask.cap : null;
  const people = surePeople(size);
  if (people === 0) return null;
  const median = medianCpmMinor(flight.objective, flight.expression, flight.account, ask.day);
  const auctions = people * chancesADay * days;
  const limit = people * exposureOf(chancesADay * days, days, cap);
  const bought = (budget: number) => buy(auctions, median, budget, limit);

  const meanAt = (impressions: number) => meanFor(impressions / size.shown, days, cap);
  const reachAt = (mean: number) => rounded(size.shown * reachedShare(mean));
  const pointOf = (budgetMinor: number): PredictedPoint => {
    const { impressions } = bought(budgetMinor);
    const mean = meanAt(impressions);
    return {
      budgetMinor,
      impressions,
      reach: reachAt(mean),
      shares: exposures(mean, days, cap),
    };
  };
  const reaches = (budget: number, reach: number) =>
    reachAt(meanAt(bought(Math.ceil(budget)).impressions)) >= reach;
  const mostBudget = bought(Number.MAX_SAFE_INTEGER).spend;
  const most = pointOf(mostBudget);
  return {
    most,
    atBudget: (budgetMinor) => pointOf(budgetMinor),
    atReach: (reach) =>
      reach > most.reach
        ? null
        : pointOf(Math.ceil(lowest(1, mostBudget, (budget) => reaches(budget, reach)))),
  };
}

function rounded(people: number): number {
  const step = displayStep(Math.max(1, people));
  return Math.round(people / step) * step;
}

/** How often people would meet the ad without the cap, so that so many impressions are shown with it. */
function meanFor(shown: number, days: number, cap: FrequencyCap | null): number {
  if (!cap) return shown;
  const most = chancesADay * days;
  return lowest(0, most, (mean) => exposureOf(mean, days, cap) >= shown);
}

/** The least number from which on it holds, by halving. */
function lowest(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 30; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
