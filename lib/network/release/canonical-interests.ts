import type { SegmentRule } from "@/lib/network/reach/expression";
import { coveredBy } from "@/lib/network/segments/taxonomy";
import { type Clause, merged, subsumes, textOf } from "./clause";
import { type KnownStates, knownStates } from "./known-states";
import { type Cells, rulesOf } from "./rule-grid";

export type Interests =
  | {
      readonly outcome: "possible";
      readonly groups: readonly (readonly SegmentRule[])[];
      readonly never: readonly SegmentRule[];
    }
  | { readonly outcome: "nobody" }
  /** `group`: which of the groups to shorten. */
  | { readonly outcome: "too_complex"; readonly group: number };

/** So many groups are ever built for one question, and so many of their segments looked at. */
const mostBuilt = 4096;
const mostSteps = 1_000_000;

/**
 * The strongest groups that follow from these rules (their prime implicates), and the shortest list of what is excluded:
 * the same for all ways to write the same rules, as long as no rule is on an ancestor of another rule's segment.
 * Resolution over many-valued variables: a segment without descendants has at most one signal, so two groups that ask it for
 * different things give a third; a segment with descendants may have many, and its rules are independent of each other.
 */
export function canonicalInterests(
  asked: readonly (readonly SegmentRule[])[],
  never: readonly SegmentRule[],
): Interests {
  const states = knownStates(merged(never));
  const queue = asked
    .filter((group) => group.length > 0)
    .map(merged)
    .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  let kept: Clause[] = [];
  let built = queue.length;
  let steps = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const clause = states.simplified(next);
    if (clause.size === 0) return { outcome: "nobody" };
    steps += clause.size * (kept.length + 1);
    if (built > mostBuilt || steps > mostSteps) {
      return { outcome: "too_complex", group: widest(asked) };
    }
    if (states.implies(clause) || kept.some((other) => subsumes(other, clause))) continue;
    const settled = states.settle(clause);
    if (settled !== null) {
      // What is known of this segment narrows every group that names it.
      queue.push(...kept.filter((other) => other.has(settled)));
      kept = kept.filter((other) => !other.has(settled) && !states.implies(other));
      continue;
    }
    kept = kept.filter((other) => !subsumes(clause, other));
    for (const other of kept) {
      const consequences = resolved(clause, other, states);
      queue.push(...consequences);
      built += consequences.length;
    }
    kept.push(clause);
  }
  const groups = [...kept, ...states.musts()].map(rulesIn).map((rules) => ({
    rules,
    text: JSON.stringify(rules),
  }));
  return {
    outcome: "possible",
    groups: groups.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ rules }) => rules),
    never: rulesIn(states.nevers()),
  };
}

/** What follows from two groups that ask one segment for different things: both at once, or any of the rest. */
function resolved(a: Clause, b: Clause, { hasOneSignal }: KnownStates): readonly Clause[] {
  return [...a].flatMap(([segment, cells]) => {
    const other = b.get(segment);
    if (other === undefined || !hasOneSignal(segment)) return [];
    const both = cells & other;
    if (both === cells || both === other) return [];
    const rest = new Map<string, Cells>(a);
    for (const [name, more] of b) rest.set(name, (rest.get(name) ?? 0) | more);
    return [rest.set(segment, both)];
  });
}

const rulesIn = (clause: Clause): readonly SegmentRule[] =>
  [...clause]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([segment, cells]) => rulesOf(segment, cells));

/** The group with the most rules on segments that another group asks for something else; the longest of several. */
function widest(asked: readonly (readonly SegmentRule[])[]): number {
  const asks = asked.map(merged);
  const clashes = asks.map((group, index) => {
    const contested = [...group].filter(
      ([segment, cells]) =>
        coveredBy(segment).size === 1 &&
        asks.some((other, place) => place !== index && (other.get(segment) ?? cells) !== cells),
    );
    return contested.length * 1000 + group.size;
  });
  return clashes.indexOf(Math.max(...clashes));
}
