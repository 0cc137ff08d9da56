import { floorPeople } from "./display";

/** A noisy value and the standard deviation of its noise. */
export interface NoisyValue {
  readonly value: number;
  readonly sigma: number;
}

/**
 * How many people more or fewer an answer says than an earlier one, to two digits; null: within three standard deviations of
 * both together the noise alone could have made it, and of a hidden number nothing is said.
 */
export function netChange(now: NoisyValue, before: NoisyValue): number | null {
  if (now.value < floorPeople || before.value < floorPeople) return null;
  const change = now.value - before.value;
  if (Math.abs(change) <= 3 * Math.hypot(now.sigma, before.sigma)) return null;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(change))) - 1);
  return Math.round(change / unit) * unit;
}
