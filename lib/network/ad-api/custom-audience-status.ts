import { type ListFacts, leastRows } from "@/lib/network/lists/customer-lists";
import { isLookalike, listRefOf, lookalikeOf } from "./custom-audience-ref";
import type { Scope } from "./scope";
import type { AdObject } from "./store";

/** A state in Meta's numbers, and in words. */
export interface AudienceState {
  readonly code: number;
  readonly description: string;
}

const ready: AudienceState = { code: 200, description: "This audience is ready for use." };

export async function factsOf({ deps }: Scope, audience: AdObject): Promise<ListFacts> {
  const facts = await deps.customers.lists.factsOf([listRefOf(audience)]);
  return (
    facts.get(audience.id) ?? { parts: [], rows: 0, open: false, finding: false, updatedAt: null }
  );
}

/** Why a list cannot be used, from what its uploader knows themselves; null: it can. */
export function tooFewRows({ rows }: Pick<ListFacts, "rows">): string | null {
  if (rows >= leastRows) return null;
  return rows === 0
    ? "Nobody is on this list yet: upload at least 1,000 rows."
    : `This list has ${rows} rows; it can be used from 1,000 on.`;
}

const lookalikeProblems = {
  too_small: "Too few of the origin's people can be counted to say what they have in common.",
  budget_spent: "New estimates were used up when this audience was made. Make it again later.",
  nothing_in_common: "The origin's people are like everybody else in this country.",
} as const;

/** Why a lookalike cannot be used; null: it can. */
export function lookalikeProblem(audience: AdObject): string | null {
  const made = lookalikeOf(audience);
  if (!made) return lookalikeProblems.too_small;
  return made.outcome === "ready" ? null : lookalikeProblems[made.outcome];
}

/** Whether an audience can be used in delivery. */
export async function deliveryStatus(scope: Scope, audience: AdObject): Promise<AudienceState> {
  const problem = isLookalike(audience)
    ? lookalikeProblem(audience)
    : tooFewRows(await factsOf(scope, audience));
  return problem ? { code: 300, description: problem } : ready;
}

/** What goes on with an audience. */
export async function operationStatus(scope: Scope, audience: AdObject): Promise<AudienceState> {
  const reason = scope.deps.catalogue.refuseText(String(audience.data.name ?? ""));
  if (reason) {
    return { code: 471, description: `The name suggests ${reason}. Give it another one.` };
  }
  if (isLookalike(audience)) {
    const problem = lookalikeProblem(audience);
    return problem ? { code: 470, description: problem } : { code: 200, description: "Normal." };
  }
  const facts = await factsOf(scope, audience);
  if (facts.finding) return { code: 441, description: "The people of an upload are being found." };
  if (facts.open) return { code: 441, description: "An upload is under way." };
  const problem = tooFewRows(facts);
  if (problem) return { code: facts.rows === 0 ? 410 : 470, description: problem };
  return { code: 200, description: "Normal." };
}

/** What its owner may want to look after, from what they sent; nothing when all is well. */
export async function healthOf(
  scope: Scope,
  audience: AdObject,
): Promise<readonly AudienceState[]> {
  const problems: AudienceState[] = [];
  const status = await operationStatus(scope, audience);
  if (status.code !== 200) problems.push(status);
  const sessions = await scope.deps.customers.lists.listSessions(audience.id);
  const [last] = sessions;
  if (last && last.invalid * 2 > last.received) {
    const description = `Of the last upload's ${last.received} rows ${last.invalid} were none.`;
    problems.push({ code: 412, description });
  }
  return problems;
}
