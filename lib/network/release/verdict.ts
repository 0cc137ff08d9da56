import type { LaunchVerdict } from "./release";
import type { ReleasedCount } from "./released";

const narrowBelow = 10_000;
const broadFrom = 0.6;

/** Good size or not, of released values only: too few for the launch gate, few, most of everyone in the same places, or good. */
export function verdictOf(count: ReleasedCount, of: ReleasedCount): LaunchVerdict {
  if (!count.launchable) return "too_small";
  if (count.shown < narrowBelow) return "narrow";
  return count.shown >= broadFrom * of.shown ? "broad" : "good";
}
