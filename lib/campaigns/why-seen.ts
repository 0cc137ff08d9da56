import type { Rules } from "@/lib/audiences/rules";
import { joinAnd, joinOr } from "@/lib/format/list";

export type SegmentNames = Readonly<Record<string, string>>;

/**
 * What stands under the ad for the person who sees it: the choices that brought it to them, at most three names a
 * choice. A segment without a known name is left out rather than shown as a number.
 */
export function whySeen(rules: Rules, names: SegmentNames, companyName: string | null): string {
  const groups = [rules.any, ...rules.must]
    .map((group) => group.flatMap(({ segment }) => names[segment]?.toLowerCase() ?? []))
    .filter((group) => group.length > 0)
    .map((group) => joinOr(group.length > 3 ? [...group.slice(0, 3), "similar things"] : group));
  const reasons = [
    ...(groups.length > 0 ? [`like ${joinAnd(groups)}`] : []),
    ...(rules.relationship.kind === "works_with" && companyName
      ? [`work with ${companyName}`]
      : []),
    ...(rules.relationship.kind === "new_to" && companyName ? [`are new to ${companyName}`] : []),
  ];
  if (reasons.length === 0) return "You see this because you said yes to relevant ads.";
  return `You see this because you ${reasons.join(" and ")}.`;
}
