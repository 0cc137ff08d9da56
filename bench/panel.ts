import type { ReachEngine } from "@/lib/network/reach/engine";
import { type Dimension, dimensions, type Expression } from "@/lib/network/reach/expression";

/** What the panel beside the audience builder shows of one question: the count and five breakdowns. */
export interface Panel {
  readonly count: number;
  /** People by value of each dimension; values without anybody are left out. */
  readonly by: Readonly<Record<Dimension, Readonly<Record<string, number>>>>;
}

/** Asks an engine as the panel does: everything at once. */
export async function askPanel(engine: ReachEngine, question: Expression): Promise<Panel> {
  const [count, ...parts] = await Promise.all([
    engine.count(question),
    ...dimensions.map((dimension) => engine.cells(question, [dimension])),
  ]);
  const by = dimensions.map((dimension, i) => {
    const cells = parts[i] ?? [];
    return [
      dimension,
      Object.fromEntries(cells.map(({ values, count: people }) => [values[0], Number(people)])),
    ];
  });
  return { count: Number(count), by: Object.fromEntries(by) };
}

/** Says where two answers to one question differ first, or null when they are equal. */
export function difference(ours: Panel, theirs: Panel): string | null {
  if (ours.count !== theirs.count) return `count: ${ours.count} here, ${theirs.count} there`;
  for (const dimension of dimensions) {
    const [a, b] = [ours.by[dimension], theirs.by[dimension]];
    for (const value of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [here, there] = [a[value] ?? 0, b[value] ?? 0];
      if (here !== there) return `${dimension} ${value}: ${here} here, ${there} there`;
    }
  }
  return null;
}
