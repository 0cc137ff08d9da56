import { coveredBy } from "@/lib/network/segments/taxonomy";
import { ancestorCells, type Clause, cellsAbove } from "./clause";
import { allCells, type Cells, upSet } from "./rule-grid";

/** A segment without a signal: one state more than the cells of the grid. */
const noSignal = allCells + 1;
const everyState = allCells | noSignal;

/** What is certain about single segments: what is excluded, and what must be. */
export interface KnownStates {
  /** At most one signal counts for a rule on it: it has no descendants. */
  hasOneSignal(segment: string): boolean;
  /** The clause without what is excluded anyway and without rules that another one of its own covers. */
  simplified(clause: Clause): Clause;
  /** Follows from what a single segment must be. */
  implies(clause: Clause): boolean;
  /** Takes in a clause about one segment with one signal, and names it; null: the clause is about more. */
  settle(clause: Clause): string | null;
  musts(): readonly Clause[];
  nevers(): Clause;
}

export function knownStates(never: Clause): KnownStates {
  /** Per segment that a clause of its own is about: the states that remain. */
  const left = new Map<string, number>();
  const denied = new Map<string, Cells>();

  const deniedOf = (segment: string): Cells => {
    const known = denied.get(segment);
    if (known !== undefined) return known;
    const cells = cellsAbove(never, segment);
    denied.set(segment, cells);
    return cells;
  };
  const statesOf = (segment: string): number =>
    left.get(segment) ?? everyState & ~deniedOf(segment);
  const must = (states: number): Cells | null =>
    states & noSignal ? null : upSet(states & allCells);

  return {
    hasOneSignal,

    simplified(clause) {
      const possible = new Map<string, Cells>();
      for (const [segment, cells] of clause) {
        const own = hasOneSignal(segment) ? statesOf(segment) : ~deniedOf(segment);
        const remaining = upSet(cells & own & allCells);
        if (remaining !== 0) possible.set(segment, remaining);
      }
      return absorbed(possible);
    },

    implies(clause) {
      for (const [segment, states] of left) {
        const cells = must(states);
        if (cells !== null && (cells & ~cellsAbove(clause, segment)) === 0) return true;
      }
      return false;
    },

    settle(clause) {
      const [only, ...others] = clause;
      if (!only || others.length > 0 || !hasOneSignal(only[0])) return null;
      const [segment, cells] = only;
      left.set(segment, statesOf(segment) & cells);
      return segment;
    },

    musts: () =>
      [...left].flatMap(([segment, states]) => {
        const cells = must(states);
        return cells === null ? [] : [new Map([[segment, cells]])];
      }),

    nevers() {
      const nevers = new Map<string, Cells>();
      for (const [segment, cells] of never) {
        const states = left.get(segment);
        const from = states === undefined ? null : must(states);
        // Of what must hold anyway, only the part that is cut out of it is worth saying.
        const excluded =
          states === undefined || from === null ? cells : upSet(from & ~states & allCells);
        nevers.set(segment, excluded);
      }
      return absorbed(nevers);
    },
  };
}

const hasOneSignal = (segment: string): boolean => coveredBy(segment).size === 1;

/** Without the rules that a rule on an ancestor covers. */
function absorbed(clause: Clause): Clause {
  const rest = new Map<string, Cells>();
  for (const [segment, cells] of clause) {
    const own = upSet(cells & ~ancestorCells(clause, segment));
    if (own !== 0) rest.set(segment, own);
  }
  return rest;
}
