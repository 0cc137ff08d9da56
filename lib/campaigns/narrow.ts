import type { Rules } from "@/lib/audiences/rules";

/** What the switch "only people who already work with the company" does to an audience. */
export type Narrowing =
  /** The switch narrows it. */
  | { readonly kind: "narrows" }
  /** The audience says so itself already; the switch changes nothing. */
  | { readonly kind: "already" }
  /** It cannot be narrowed: the audience asks for other companies' people, or for people new to one. */
  | { readonly kind: "cannot"; readonly because: "other_company" | "new_to" };

export function narrowing(rules: Rules, companyId: string): Narrowing {
  const { relationship } = rules;
  switch (relationship.kind) {
    case "anyone":
      return { kind: "narrows" };
    case "works_with":
      if (!relationship.companies.includes(companyId)) {
        return { kind: "cannot", because: "other_company" };
      }
      return { kind: relationship.companies.length === 1 ? "already" : "narrows" };
    case "new_to":
      return { kind: "cannot", because: "new_to" };
  }
}

/**
 * The rules that are sent: the audience's own, narrowed to people who already work with the company when the
 * switch is on and can be. Freshness and kind of a relationship the audience names are kept.
 */
export function rulesToSend(
  rules: Rules,
  plan: { readonly companyId: string; readonly onlyCompanyPeople: boolean },
): Rules {
  if (!plan.onlyCompanyPeople || narrowing(rules, plan.companyId).kind !== "narrows") return rules;
  const known =
    rules.relationship.kind === "works_with"
      ? rules.relationship
      : { kind: "works_with" as const, by: null, withinDays: null };
  return { ...rules, relationship: { ...known, companies: [plan.companyId] } };
}
