import { everyone } from "@/lib/network/reach/expression";
import type { ReleaseRefusal } from "@/lib/network/release/release";
import { earlier, type Part, type Question } from "./reach-estimate-part";
import { reachSteps } from "./reach-steps";
import { wireRange } from "./wire-range";

/**
 * What each choice keeps. Bars never rise and never fall below the audience itself, within this one answer. What is refused is left
 * out of its own line alone.
 */
export async function readKeeps({ scope, targeting, count }: Question): Promise<Part> {
  const { release } = scope.deps;
  const steps = reachSteps(targeting);
  const answers = await Promise.all(
    steps.map(async ({ rule, after }, index) => {
      const before = steps[index - 1]?.after ?? everyone;
      const [size, share] = await Promise.all([
        release.count(scope.caller, after),
        release.share(scope.caller, before, after),
      ]);
      return { rule, size, share };
    }),
  );
  const keeps: unknown[] = [];
  let above = Number.POSITIVE_INFINITY;
  let asOf: string | null = null;
  let refused: ReleaseRefusal["code"] | null = null;
  for (const { rule, size, share } of answers) {
    for (const answer of [size, share]) {
      if (answer.ok) asOf = earlier(asOf, answer.value.asOf);
      else refused = answer.error.code;
    }
    keeps.push({
      rule,
      range: size.ok ? bar(wireRange(size.value), above, count) : null,
      share: share.ok ? share.value.share : null,
      refused: !(size.ok && share.ok),
    });
    if (size.ok) above = Math.min(above, Math.max(count.shown, size.value.shown));
  }
  return { value: keeps, asOf, refused };
}

type Range = ReturnType<typeof wireRange>;

function bar(range: Range, above: number, count: Question["count"]): Range {
  const shown = Math.min(above, Math.max(count.shown, range.shown));
  return {
    ...range,
    shown,
    lower: Math.min(range.lower, shown),
    upper: Math.max(range.upper, shown),
    hidden: range.hidden && count.hidden,
  };
}
