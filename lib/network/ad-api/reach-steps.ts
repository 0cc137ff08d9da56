import { type Expression, everyone } from "@/lib/network/reach/expression";
import { toExpression } from "./targeting-expression";
import type { TargetingSpec } from "./targeting-schema";

/** One choice of an audience: the question with it and every choice before it. */
export interface ReachStep {
  readonly rule: string;
  readonly after: Expression;
}

/**
 * An audience as a chain of questions, each narrower than the one before, in a fixed order; the last is the audience.
 * Choices that were left open have no step.
 */
export function reachSteps(
  targeting: TargetingSpec,
  audience: Expression = toExpression(targeting),
): readonly ReachStep[] {
  const steps: ReachStep[] = [];
  let after: Expression = everyone;
  const add = (rule: string, choice: Partial<Expression>) => {
    if (!Object.values(choice).some(isChosen)) return;
    after = { ...after, ...choice };
    steps.push({ rule, after });
  };
  const { groups, countries, regions } = audience;
  add("places", { countries, regions });
  add("ages", { ageBands: audience.ageBands });
  add("genders", { genders: audience.genders });
  add("languages", { languages: audience.languages });
  add("devices", { devices: audience.devices });
  add("placements", { recipients: audience.recipients });
  add("social", { onSocial: audience.onSocial });
  add("relationship", {
    with: audience.with,
    newTo: audience.newTo,
    onLists: audience.onLists,
  });
  groupNames(targeting).forEach((name, index) => {
    add(name, { groups: groups.slice(0, index + 1) });
  });
  // A lookalike is one more box.
  if (groups.length > groupNames(targeting).length) add("lookalike", { groups });
  add("never", { never: audience.never });
  return steps;
}

const isChosen = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null;

/** Names of the groups that ask something: the first is the "any" box, also when it is empty and asks nothing. */
export const groupNames = ({ flexible_spec: groups = [] }: TargetingSpec): readonly string[] =>
  groups.flatMap(({ interests = [], behaviors = [] }, index) => {
    if (interests.length + behaviors.length === 0) return [];
    return index === 0 ? "any" : `must.${index - 1}`;
  });
