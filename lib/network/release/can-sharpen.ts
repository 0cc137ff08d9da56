import { sharpenBelow, sharpSigma } from "./ladder";
import type { ReleasedCount } from "./released";

/** Whether one step more can be asked for: a small audience, and not asked for yet. Reads what is shown, nothing else. */
export const canSharpen = ({ hidden, shown, sigma }: ReleasedCount): boolean =>
  sigma > sharpSigma && (hidden || shown < sharpenBelow.sharp);
