import type { ReleasedCount } from "./released";

/** No smaller number of people is ever shown. */
export const floorPeople = 1000;

/** Three standard deviations above the floor: P(true size <= 999 and allowed) <= 0.13 %. */
export const launchGate = (sigma: number): number => floorPeople + 3 * sigma;

/** What numbers of this size are rounded to: 50 below 10,000, 500 below 100,000, 5,000 below 1,000,000 ... */
export const displayStep = (people: number): number =>
  5 * 10 ** Math.max(1, Math.floor(Math.log10(people)) - 2);

/**
 * A noisy value as it may be shown: the only place where a ReleasedCount is made. Half the range is two standard
 * deviations and half a step, at least 2 %, rounded outwards.
 */
export function display(
  value: number,
  sigma: number,
  asOf: string,
  leastHalfWidth = 0.02,
): ReleasedCount {
  const hidden = value < floorPeople;
  const step = displayStep(hidden ? floorPeople : value);
  const shown = hidden ? 0 : Math.round(value / step) * step;
  const half = Math.max(2 * sigma + step / 2, leastHalfWidth * shown);
  const count = {
    hidden,
    shown,
    lower: hidden ? 0 : Math.max(0, Math.floor((shown - half) / step) * step),
    upper: hidden ? floorPeople : Math.ceil((shown + half) / step) * step,
    step,
    sigma,
    launchable: value >= launchGate(sigma),
    asOf,
  };
  return count as ReleasedCount;
}

/** A number computed from released numbers and plans alone, such as the open day's reach; at least 10 % either way. */
export const displayProjection = (people: number, asOf: string): ReleasedCount =>
  display(people, 0, asOf, 0.1);
