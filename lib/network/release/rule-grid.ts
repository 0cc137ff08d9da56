import { type SegmentRule, type Strength, windowsDays } from "@/lib/network/reach/expression";

/**
 * The rules that can be asked about one segment, as a grid of 3 strengths by 4 windows. A rule holds for everything that is
 * at least as strong and at least as new, so what a list of rules holds for is an up-set of cells: a mask of 12 bits.
 */
export type Cells = number;

const strengths: readonly Strength[] = [1, 2, 3];
const size = strengths.length * windowsDays.length;

export const allCells: Cells = 2 ** size - 1;

const cellOf = (strength: number, window: number): number => strength * windowsDays.length + window;

const rules: readonly Omit<SegmentRule, "segment">[] = strengths.flatMap((minStrength) =>
  windowsDays.map((withinDays) => ({ withinDays, minStrength })),
);

/** Per cell: itself and every cell that is at least as strong and at least as new. */
const above: readonly Cells[] = rules.map((_, cell) => {
  const strength = Math.floor(cell / windowsDays.length);
  let mask = 0;
  for (let s = strength; s < strengths.length; s += 1) {
    for (let w = cell % windowsDays.length; w >= 0; w -= 1) mask |= 1 << cellOf(s, w);
  }
  return mask;
});

const closed = Uint16Array.from({ length: allCells + 1 }, (_, mask) =>
  above.reduce((sum, up, cell) => ((mask >> cell) & 1 ? sum | up : sum), 0),
);

/** The smallest up-set that holds all these cells. */
export const upSet = (cells: Cells): Cells => closed[cells] ?? 0;

/** What one rule holds for. */
export const cellsOf = ({ minStrength, withinDays }: SegmentRule): Cells =>
  above[cellOf(strengths.indexOf(minStrength), windowsDays.indexOf(withinDays))] ?? 0;

/** The fewest rules that hold for exactly this up-set, in a fixed order. */
export const rulesOf = (segment: string, cells: Cells): readonly SegmentRule[] =>
  rules.flatMap((rule, cell) => {
    const up = above[cell] ?? 0;
    const inside = (up & cells) === up;
    const wider = above.some(
      (other, weaker) =>
        weaker !== cell && (other & cells) === other && ((other >> cell) & 1) === 1,
    );
    return inside && !wider ? [{ segment, ...rule }] : [];
  });
