import type { Rules } from "./rules";

/** The rules that ask something: an empty "must" box or a relationship without a company is still being chosen. */
export function effectiveRules(rules: Rules): Rules {
  const { relationship } = rules;
  const unfinished = relationship.kind !== "anyone" && relationship.companies.length === 0;
  return {
    ...rules,
    must: rules.must.filter((group) => group.length > 0),
    relationship: unfinished ? { kind: "anyone" } : relationship,
  };
}

/** True when both ask for the same people, whatever is half chosen. */
export const askTheSame = (a: Rules, b: Rules): boolean =>
  canonicalText(effectiveRules(a)) === canonicalText(effectiveRules(b));

/** One text for equal rules: keys in order, so that a database that sorts them changes nothing. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
