import { greedyOrder } from "@/lib/network/reach/greedy-order";
import { display } from "./display";
import { reconcile } from "./reconcile";
import type { ReleasedCount, ReleasedOverlap } from "./released";

interface NoisyCells {
  /** Of the cells 1 to 2^k - 1, with the audiences in the order of their names. */
  readonly values: readonly number[];
  /** For each audience in the order of its name: its place in the order asked for. */
  readonly places: readonly number[];
  readonly total: ReleasedCount;
  readonly sigma: number;
  readonly asOf: string;
}

/**
 * What an overlap shows, from noisy values alone: cells that sum to the total, each audience as the sum of its cells, and the order of
 * incremental reach computed from these parts, never from exact ones.
 */
export function overlapOf({ values, places, total, sigma, asOf }: NoisyCells): ReleasedOverlap {
  const parts = new Array<number>(values.length + 1).fill(0);
  for (const [index, part] of reconcile(values, total.shown, total.step).entries()) {
    parts[bitsAt(index + 1, places)] = part;
  }
  const shown = (people: number, cells: number) => display(people, sigma * Math.sqrt(cells), asOf);
  const half = parts.length / 2;
  return {
    total,
    cells: parts.map((part) => display(part, sigma, asOf)),
    sizes: places.map((_, place) => {
      const own = parts.filter((_, bits) => (bits >> place) & 1);
      return shown(
        own.reduce((sum, part) => sum + part, 0),
        half,
      );
    }),
    order: greedyOrder(parts).map(({ audience, adds, reached }, step, all) => ({
      index: audience,
      // A step adds half of the cells that those before it left open.
      adds: shown(adds, half / 2 ** step),
      reached: step === all.length - 1 ? total : shown(reached, parts.length - half / 2 ** step),
    })),
  };
}

/** The bits of a cell with the audiences in the order asked for. */
const bitsAt = (cell: number, places: readonly number[]): number =>
  places.reduce((sum, place, bit) => sum + ((cell >> bit) & 1) * 2 ** place, 0);
