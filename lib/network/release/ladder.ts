import { type ExactCount, peopleIn } from "@/lib/network/reach/exact-count";

export interface Step {
  readonly sigma: number;
  /** The ladder stops here when the value just released is at least this. */
  readonly enough: number;
  /** A value below this is so far below what would be enough at the next step that the one after it is taken at once. */
  readonly skipBelow?: number;
}

/** Precision of a live answer: one step further only while the value just released is small. */
export const questionLadder: readonly Step[] = [
  // 3,000 below the next step's 15,000 are 5.7 standard deviations of both: there it would only be paid for.
  { sigma: 500, enough: 50_000, skipBelow: 12_000 },
  { sigma: 150, enough: 15_000 },
  { sigma: 100, enough: 0 },
];

/** The step that "Sharpen" asks for, and the launch check of a small audience. */
export const sharpSigma = 50;

/** Asked for at all only where the live answer, as it was released, is below this. */
export const sharpenBelow = { sharp: 15_000, launch: 5000 } as const;

/** A size to pace by goes as far as the launch check does, so that whatever may be launched can also be told from too few. */
export const pacingLadder: readonly Step[] = [
  ...questionLadder.slice(0, -1),
  { sigma: questionLadder.at(-1)?.sigma ?? sharpSigma, enough: sharpenBelow.launch },
  { sigma: sharpSigma, enough: 0 },
];

/** Reports stop at the second step. */
export const reportLadder: readonly Step[] = questionLadder.slice(0, 2);

export const shareSigma = 400;

/**
 * Precision of the cells of a breakdown, by the total that is shown above them: bars, and below 5,000 people shares. At the
 * total's own precision they would cost more than everything else together (docs/decisions/020-credits.md).
 */
export const cellLadder: readonly Step[] = [
  { sigma: 500, enough: 50_000 },
  { sigma: 300, enough: 5000 },
  { sigma: 225, enough: 0 },
];

/** A share is said only where both sides have at least this many people. */
export const shareFloor = 10_000;

/** One credit is rho = 0.0002 of zero-concentrated differential privacy; rho of a Gaussian answer is 1 / (2 sigma^2). In ten-thousandths, rounded up. */
export const costOf = (sigma: number): number => Math.ceil(2.5e7 / sigma ** 2);

export const creditUnits = 10_000;

export interface Climbed {
  readonly value: number;
  /** Index in the ladder. */
  readonly step: number;
  /** Of every step that was looked at. */
  readonly cost: number;
}

/** Goes down the ladder as far as the released values say. `draw` is the noise of a step. */
export function climb(
  exact: ExactCount,
  ladder: readonly Step[],
  draw: (step: number, sigma: number) => number,
): Climbed {
  let climbed: Climbed = { value: 0, step: 0, cost: 0 };
  for (let step = 0; step < ladder.length; ) {
    const { sigma, enough, skipBelow } = ladder[step] ?? { sigma: sharpSigma, enough: 0 };
    const value = peopleIn(exact) + draw(step, sigma);
    climbed = { value, step, cost: climbed.cost + costOf(sigma) };
    if (value >= enough) break;
    const skips = skipBelow !== undefined && value < skipBelow && step + 2 < ladder.length;
    step += skips ? 2 : 1;
  }
  return climbed;
}

/** The cost of all steps down to this one. */
export const costOfSteps = (ladder: readonly Step[], lastStep: number): number =>
  ladder.slice(0, lastStep + 1).reduce((sum, { sigma }) => sum + costOf(sigma), 0);

/** The most that an answer can cost: every step. */
export const costOfLadder = (ladder: readonly Step[]): number =>
  costOfSteps(ladder, ladder.length - 1);

export const sigmaOf = (ladder: readonly Step[], step: number): number =>
  ladder[step]?.sigma ?? ladder.at(-1)?.sigma ?? 0;
