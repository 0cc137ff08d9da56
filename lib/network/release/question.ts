import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import { canonicalise, canonicalKey } from "./canonical";
import type { TooComplex } from "./refusals";

/** A question as it is counted, and the key of its answers. */
export interface Question {
  readonly canonical: Expression;
  readonly key: string;
}

const keyed = (canonical: Expression): Question => ({ canonical, key: canonicalKey(canonical) });

export function questionOf(expression: Expression): Result<Question, TooComplex> {
  const canonical = canonicalise(expression);
  return canonical.ok ? ok(keyed(canonical.value)) : canonical;
}

/** Never refused: an expression that is too complex is counted and keyed as it is written, which is as sound. */
export function questionAsWritten(expression: Expression): Question {
  const question = questionOf(expression);
  return question.ok ? question.value : keyed(expression);
}
