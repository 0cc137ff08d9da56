import type { Range } from "@/lib/ad-api/panel";
import type { ReleasedCount } from "@/lib/network/release/released";

/** A released number as the wire shows it: what it is and how wide, nothing of how it was made. */
export const wireRange = ({ shown, lower, upper, step, hidden }: ReleasedCount): Range => ({
  shown,
  lower,
  upper,
  step,
  hidden,
});
