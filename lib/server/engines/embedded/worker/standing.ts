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

/** The rules that would take longest to answer: branches with the most signals, in the freshness and strength that are asked by default. */
export function heaviestRules(core: Core, limits: PlaneLimits): readonly Standing[] {
  const least = limits.worthKeeping * core.wasm.blockCount();
  return segmentIds
    .map((segment) => {
      const rule = { segment, withinDays: 180, minStrength: 1 } as const;
      const clause = segmentClause(rule);
      const question = { ...everyone, groups: [[rule]] };
      return { clause, question, entries: entriesOf(core, clause) };
    })
    .filter(({ entries }) => entries >= least)
    .sort((a, b) => b.entries - a.entries)
    .slice(0, limits.standing);
}
