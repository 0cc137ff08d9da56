import type { SegmentRule } from "@/lib/network/reach/expression";
import { coveredBy, getSegment } from "@/lib/network/segments/taxonomy";
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

/** What a clause asks of a segment through its ancestors alone. */
export const ancestorCells = (clause: Clause, segment: string): Cells =>
  ancestorsOf(segment).reduce((cells, above) => cells | (clause.get(above) ?? 0), 0);

const ancestors = new Map<string, readonly string[]>();

/** Segments above, as far as a signal on this one counts for a rule on them. */
function ancestorsOf(segment: string): readonly string[] {
  const known = ancestors.get(segment);
  if (known) return known;
  const found: string[] = [];
  for (let at = getSegment(segment)?.parentId; at; at = getSegment(at)?.parentId) {
    if (coveredBy(at).has(segment)) found.push(at);
  }
  ancestors.set(segment, found);
  return found;
}
