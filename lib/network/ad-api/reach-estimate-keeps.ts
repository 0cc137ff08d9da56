import { everyone } from "@/lib/network/reach/expression";
import type { ReleaseRefusal } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import type { Result } from "@/lib/result";
import { type Ask, earlier, type Part, type Question } from "./reach-estimate-part";
import { reachSteps } from "./reach-steps";
import { wireRange } from "./wire-range";

type Size = Result<ReleasedCount, ReleaseRefusal>;

/**
 * What each choice keeps. Bars never rise and never fall below the audience itself, within this one answer. They are as precise as the
 * shares beside them and come with these; the last is the audience. What is refused is left out of its own line alone.
 */
export async function readKeeps(ask: Ask): Promise<(question: Question) => Part> {
  const { release } = ask.scope.deps;
  const { caller } = ask.scope;
  const steps = reachSteps(ask.targeting, ask.expression);
  const answers = await Promise.all(
    steps.map(async ({ rule, after }, index) => {
      const before = steps[index - 1]?.after ?? everyone;
      const isLast = index === steps.length - 1;
      const [size, share] = await Promise.all([
        isLast ? null : release.coarse(caller, after),
        release.share(caller, before, after),
      ]);
      return { rule, size, share };
    }),
  );
  const given = answers.flatMap(({ size, share }) => (size ? [size, share] : [share]));
  return ({ count }) => {
    let above = Number.POSITIVE_INFINITY;
    const keeps = answers.map(({ rule, size, share }) => {
      const people = sizeOf(size, count);
      const range = people && bar(people, above, count);
      above = range?.shown ?? above;
      return {
        ...{ rule, range, share: share.ok ? share.value.share : null },
        refused: people === null || !share.ok,
      };
    });
    return { value: keeps, ...ageOf(given) };
  };
}

/** The last choice leaves the audience itself. */
const sizeOf = (size: Size | null, count: ReleasedCount): ReleasedCount | null =>
  size === null ? count : size.ok ? size.value : null;

function ageOf(given: readonly Result<{ readonly asOf: string }, ReleaseRefusal>[]) {
  let asOf: Part["asOf"] = null;
  let refused: Part["refused"] = null;
  for (const answer of given) {
    if (answer.ok) asOf = earlier(asOf, answer.value.asOf);
    else refused = answer.error.code;
  }
  return { asOf, refused };
}

function bar(people: ReleasedCount, above: number, count: ReleasedCount) {
  const range = wireRange(people);
  const shown = Math.min(above, Math.max(count.shown, range.shown));
  return {
    ...range,
    shown,
    lower: Math.min(range.lower, shown),
    upper: Math.max(range.upper, shown),
    hidden: range.hidden && count.hidden,
  };
}
