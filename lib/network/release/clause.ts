import type { SegmentRule } from "@/lib/network/reach/expression";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import { type Cells, cellsOf } from "./rule-grid";

/** Rules of which one must hold: per segment an up-set of cells, never empty. */
export type Clause = ReadonlyMap<string, Cells>;

/** Rules as a clause, without those on segments that nobody can have a signal on. */
export function merged(rules: readonly SegmentRule[]): Clause {
  const clause = new Map<string, Cells>();
  for (const rule of rules) {
    if (coveredBy(rule.segment).size === 0) continue;
    clause.set(rule.segment, (clause.get(rule.segment) ?? 0) | cellsOf(rule));
  }
  return clause;
}

export const textOf = (clause: Clause): string =>
  JSON.stringify([...clause].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whoever has one of the first clause's signals has one of the second's; a signal counts for the ancestors too. */
export function subsumes(narrow: Clause, wide: Clause): boolean {
  for (const [segment, cells] of narrow) {
    if ((cells & ~cellsAbove(wide, segment)) !== 0) return false;
  }
  return true;
}

/** What a clause asks of a segment itself or through an ancestor of it. */
export const cellsAbove = (clause: Clause, segment: string): Cells =>
  (clause.get(segment) ?? 0) | ancestorCells(clause, segment);

export function ancestorCells(clause: Clause, segment: string): Cells {
  let cells = 0;
  for (const [other, more] of clause) {
    const covered = other === segment ? null : coveredBy(other);
    if (covered && covered.size > 1 && covered.has(segment)) cells |= more;
  }
  return cells;
}
