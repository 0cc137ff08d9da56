import { segmentIds } from "@/lib/network/population/lists";
import { type Expression, everyone } from "@/lib/network/reach/expression";
import type { PlaneLimits } from "../protocol";
import type { Core } from "./core";
import { entriesOf } from "./planes";
import { type Clause, segmentClause } from "./question";

interface Standing {
  readonly clause: Clause;
  /** Asking it fills the plane. */
  readonly question: Expression;
}

const longest = 180;
/** The freshness that the builder starts with, and the next one; a week or a month walks few entries. */
const windows = [longest, 90] as const;

/**
 * The rules that would take longest to answer: branches with the most signals. Entries are taken to be spread evenly over
 * the days, which is close enough to say which rules are heavy.
 */
export function heaviestRules(core: Core, limits: PlaneLimits): readonly Standing[] {
  const least = limits.worthKeeping * core.wasm.blockCount();
  return segmentIds
    .flatMap((segment) =>
      windows.map((withinDays) => {
        const rule = { segment, withinDays, minStrength: 1 } as const;
        const clause = segmentClause(rule);
        const question = { ...everyone, groups: [[rule]] };
        const entries = (entriesOf(core, clause) * withinDays) / longest;
        return { clause, question, entries };
      }),
    )
    .filter(({ entries }) => entries >= least)
    .sort((a, b) => b.entries - a.entries)
    .slice(0, limits.standing);
}
