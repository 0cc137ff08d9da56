import { displayStep } from "@/lib/network/release/display";
import type { ReleasedCount } from "@/lib/network/release/released";
import { buy } from "./auction";
import type { ForecastPoint } from "./delivery";
import type { Flight } from "./flight";
import { chancesADay, surePeople } from "./plan-flight";
import { medianCpmMinor } from "./price-list";
import { reachOf } from "./reach-curve";

const points = 12;
/** The smallest budget on the curve, as a part of the largest. */
const smallest = 1 / 200;

/** A day at growing budgets, up to the one that buys all there is; from the released size, the price list and the reach curve. */
export function forecastDay(
  flight: Pick<Flight, "account" | "expression" | "objective">,
  size: ReleasedCount,
  day: string,
): readonly ForecastPoint[] | null {
  const people = surePeople(size);
  if (people === 0) return null;
  const median = medianCpmMinor(flight.objective, flight.expression, flight.account, day);
  const auctions = people * chancesADay;
  const most = buy(auctions, median, Number.MAX_SAFE_INTEGER).spend;
  const curve: ForecastPoint[] = [];
  for (let index = 0; index < points; index += 1) {
    const wanted = most * smallest ** (1 - index / (points - 1));
    const budget = Math.max(Math.ceil(wanted), (curve.at(-1)?.spendMinor ?? 0) + 1);
    const { impressions } = buy(auctions, median, budget);
    const reach = reachOf(size.shown, impressions);
    const step = displayStep(Math.max(1, reach));
    curve.push({ spendMinor: budget, impressions, reach: Math.round(reach / step) * step });
  }
  return curve;
}
