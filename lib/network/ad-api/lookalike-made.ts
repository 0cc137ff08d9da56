import { leastRows } from "@/lib/network/lists/customer-lists";
import {
  branchRule,
  cutToSize,
  type FrozenLookalike,
  overRepresented,
} from "@/lib/network/lists/lookalike";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import type { Overview } from "@/lib/network/release/overview";
import { getSegment } from "@/lib/network/segments/taxonomy";
import type { Lookalike } from "./custom-audience-ref";
import { factsOf } from "./custom-audience-status";
import type { Scope } from "./scope";
import type { AdObject } from "./store";

/** Branches of the taxonomy that anybody may be chosen by, the rarest first: an order that nothing but the month's overview fixes. */
export function branchesByRarity({ branches, segments, totals }: Overview): readonly string[] {
  const people = new Map(segments.map((id, i) => [id, totals[i] ?? 0]));
  return branches
    .filter((id) => getSegment(id)?.policy === "allowed")
    .sort((a, b) => (people.get(a) ?? 0) - (people.get(b) ?? 0) || (a < b ? -1 : 1));
}

const spent = { outcome: "budget_spent" } as const;

/**
 * What people like an origin's are, found out once: two histograms in which each person counts once, and a few sizes, all through
 * `release`. What comes of it holds no list and no person, so it goes on when the origin is deleted.
 */
export async function makeLookalike(
  scope: Scope,
  overview: Overview,
  origin: AdObject,
  { country, ratio }: { readonly country: string; readonly ratio: number },
): Promise<Lookalike> {
  const { caller, deps } = scope;
  const { release, customers } = deps;
  const facts = await factsOf(scope, origin);
  if (facts.rows < leastRows) return { outcome: "too_small" };
  const seed: Expression = { ...everyone, onLists: facts.parts };
  const matched = await customers.release.matched(caller, seed, facts.rows);
  if (!matched.ok) return spent;
  if (matched.value.count.hidden) return { outcome: "too_small" };

  const there: Expression = { ...everyone, countries: [country] };
  const branches = branchesByRarity(overview);
  const rules = branches.map((branch) => branchRule(branch));
  const own = await customers.release.firstOf(caller, seed, rules);
  const usual = await customers.release.firstOf(caller, there, rules);
  const all = await release.count(caller, there);
  if (!own.ok || !usual.ok || !all.ok) return spent;
  const weights = overRepresented(branches, own.value, usual.value);
  if (weights.length === 0) return { outcome: "nothing_in_common" };
  const cut = await cutToSize(weights, ratio * all.value.shown, async (some) => {
    const size = await release.count(caller, { ...there, groups: [some] });
    return size.ok ? size.value.shown : null;
  });
  if (!cut) return spent;
  const chosen = new Set(cut.map(({ segment }) => segment));
  const kept: FrozenLookalike["weights"] = weights.filter(({ branch }) => chosen.has(branch));
  return { outcome: "ready", country, weights: [...kept], rules: [...cut] };
}
