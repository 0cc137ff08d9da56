/** One audience's place in the order of incremental reach. */
export interface Step {
  /** Its index among the audiences. */
  readonly audience: number;
  /** People it adds to those before it. */
  readonly adds: number;
  /** People reached so far, with it. */
  readonly reached: number;
}

/**
 * The order in which each next audience adds the most people not yet reached. `exclusive` holds, at index i, people in exactly
 * the audiences whose bits are set in i, as `ReachEngine.overlap` counts them; index 0 is not looked at. Equal gains go to the
 * audience that stands first. Greedy is within 1 - 1/e of the best order at every length (Nemhauser, Wolsey and Fisher 1978).
 * What is shown outside the network is ordered from released numbers: an order of exact ones would say something exact.
 * Throws RangeError when the number of cells is not a power of two.
 */
export function greedyOrder(exclusive: readonly number[]): readonly Step[] {
  const audiences = Math.log2(exclusive.length);
  if (!Number.isInteger(audiences)) {
    throw new RangeError(`${exclusive.length} cells are not those of a number of audiences.`);
  }
  const left = Array.from({ length: audiences }, (_, audience) => audience);
  const steps: Step[] = [];
  let taken = 0;
  let reached = 0;
  while (left.length > 0) {
    const gains = left.map((audience) => gainOf(exclusive, audience, taken));
    const adds = Math.max(...gains);
    const [audience = 0] = left.splice(gains.indexOf(adds), 1);
    taken |= 1 << audience;
    reached += adds;
    steps.push({ audience, adds, reached });
  }
  return steps;
}

/** People in the audience and in none of those whose bits are set in `taken`. */
function gainOf(exclusive: readonly number[], audience: number, taken: number): number {
  return exclusive.reduce(
    (sum, people, cell) =>
      (cell & (1 << audience)) !== 0 && (cell & taken) === 0 ? sum + people : sum,
    0,
  );
}
