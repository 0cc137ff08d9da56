import { everyone } from "@/lib/network/reach/expression";
import type { MatchRate } from "@/lib/network/release/list-release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { isLookalike, lookalikeOf } from "./custom-audience-ref";
import { factsOf, tooFewRows } from "./custom-audience-status";
import { afterLeastTime } from "./least-time";
import type { Scope } from "./scope";
import type { AdObject } from "./store";

const nothing = { lower: -1, upper: -1 } as const;

/** How many people an audience has, as released; -1 when nothing is there to count, or the budget is spent. */
export async function approximateCount(
  scope: Scope,
  audience: AdObject,
): Promise<{ readonly lower: number; readonly upper: number }> {
  const count = isLookalike(audience)
    ? await sizeOfLookalike(scope, audience)
    : ((await matchOf(scope, audience))?.count ?? null);
  if (!count) return nothing;
  return { lower: count.hidden ? count.upper : count.lower, upper: count.upper };
}

async function sizeOfLookalike(scope: Scope, audience: AdObject): Promise<ReleasedCount | null> {
  const { deps, caller } = scope;
  const made = lookalikeOf(audience);
  if (made?.outcome !== "ready") return null;
  const asked = { ...everyone, countries: [made.country], groups: [made.rules] };
  const answer = await afterLeastTime(scope, () => deps.release.count(caller, asked));
  return answer.ok ? answer.value : null;
}

async function matchOf(scope: Scope, audience: AdObject): Promise<MatchRate | null> {
  if (audience.status === "DELETED") return null;
  const facts = await factsOf(scope, audience);
  if (tooFewRows(facts)) return null;
  const asked = { ...everyone, onLists: facts.parts };
  const { release } = scope.deps.customers;
  const answer = await afterLeastTime(scope, () =>
    release.matched(scope.caller, asked, facts.rows),
  );
  return answer.ok ? answer.value : null;
}

/** "40-45 %"; in words where too few people match; nothing for a lookalike, and while nothing can be said. */
export async function matchRate(scope: Scope, audience: AdObject): Promise<string | undefined> {
  if (isLookalike(audience)) return undefined;
  const match = await matchOf(scope, audience);
  if (!match) return undefined;
  return match.band ? `${match.band.from}-${match.band.to} %` : "too few to say";
}
