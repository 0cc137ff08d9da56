import type { Box } from "./edit-rules";
import { segmentsIn } from "./edit-rules";
import { effectiveRules } from "./effective-rules";
import { type Names, nameOf } from "./names";
import type { Rules } from "./rules";

const fixed: Readonly<Record<string, string>> = {
  places: "Places",
  ages: "Ages",
  genders: "Gender",
  languages: "Languages",
  devices: "Devices",
  placements: "Placements",
  social: "Social or messaging only",
};

/** A choice in a few words, as "what each choice keeps" names it; the wire counts only boxes that ask something. */
export function ruleLabel(rule: string, rules: Rules, names: Names): string {
  const chosen = effectiveRules(rules);
  if (rule === "relationship") {
    return chosen.relationship.kind === "new_to" ? "New to the company" : "Works with the company";
  }
  const isBox = rule === "any" || rule === "never" || rule.startsWith("must.");
  if (!isBox) return fixed[rule] ?? rule;
  const segments = segmentsIn(chosen, rule as Box);
  const [first] = segments;
  const only = segments.length === 1 && first ? nameOf(names.segments, first.segment) : null;
  if (rule === "any") return only ? `Likes ${only}` : `Likes any of ${segments.length}`;
  if (rule === "never") return only ? `Not ${only}` : `None of ${segments.length}`;
  return only ? `Must like ${only}` : `Must like one of ${segments.length}`;
}
