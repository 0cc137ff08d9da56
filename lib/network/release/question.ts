import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import { canonicalise, canonicalKey } from "./canonical";
import type { TooComplex } from "./refusals";

/** A question as it is counted, and the key of its answers. */
export interface Question {
  readonly canonical: Expression;
  readonly key: string;
}

export function questionOf(expression: Expression): Result<Question, TooComplex> {
  const canonical = canonicalise(expression);
  if (!canonical.ok) return canonical;
  return ok({ canonical: canonical.value, key: canonicalKey(canonical.value) });
}
