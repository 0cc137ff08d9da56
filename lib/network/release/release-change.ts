import type { Expression } from "@/lib/network/reach/expression";
import type { Desk } from "./desk";
import { epochStart, isoWeekOf } from "./epoch";
import { questionLadder, sigmaOf } from "./ladder";
import { netChange } from "./net-change";
import { questionOf } from "./question";
import type { Asker } from "./release";
import type { ReleasedChange } from "./released";

const kind = "count";

/**
 * The change since the last answer of an earlier week to the same question. Both answers are ones that this workspace has paid for: it
 * asks nothing, and says nothing that the workspace could not have subtracted itself.
 */
export async function releaseChange(
  desk: Desk,
  by: Asker,
  expression: Expression,
): Promise<ReleasedChange | null> {
  const question = questionOf(expression);
  if (!question.ok) return null;
  const keys = [question.value.key];
  const [now] = await desk.known(by, kind, keys);
  if (!now) return null;
  const [before] = await desk.known(by, kind, keys, isoWeekOf(now.epoch));
  if (!before) return null;
  const people = netChange(noisyValue(now), noisyValue(before));
  return people === null ? null : { people, since: epochStart(before.epoch) };
}

const noisyValue = ({ values: [value = 0, step = 0] }: { readonly values: readonly number[] }) => ({
  value,
  sigma: sigmaOf(questionLadder, step),
});
