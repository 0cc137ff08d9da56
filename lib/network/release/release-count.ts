import type { Expression } from "@/lib/network/reach/expression";
import { canonicalise, canonicalKey } from "./canonical";
import type { Desk } from "./desk";
import { display } from "./display";
import { settledEpoch } from "./epoch";
import { climb, costOfSteps, questionLadder, sigmaOf } from "./ladder";
import type { Asker } from "./release";
import type { ReleasedCount } from "./released";

/** A count's noisy value with its step, as other answers are built on it. */
export interface AnsweredCount {
  readonly shown: ReleasedCount;
  readonly step: number;
}

const price = (values: readonly number[]): number =>
  costOfSteps(questionLadder, values[1] ?? questionLadder.length - 1);

const answered = (values: readonly number[], at: string): AnsweredCount => {
  const [value = 0, step = 0] = values;
  return { shown: display(value, sigmaOf(questionLadder, step), at), step };
};

/** null: the budget is spent. */
export async function releaseCount(
  desk: Desk,
  by: Asker,
  expression: Expression,
): Promise<AnsweredCount | null> {
  const canonical = canonicalise(expression);
  const key = canonicalKey(canonical);
  const epoch = desk.epoch();
  const rows = await desk.answer({
    by,
    use: "question",
    epoch,
    kind: "count",
    keys: [key],
    price,
    compute: async () => [await climbed(desk, canonical, epoch, "count", key)],
  });
  const row = rows?.[0];
  return row ? answered(row.values, row.at) : null;
}

/** An audience's size for pacing; never refused, because an ad set that runs must be paced. */
export async function releasePacingSize(
  desk: Desk,
  by: Asker,
  of: { readonly adSetId: number; readonly period: string },
  expression: Expression,
): Promise<ReleasedCount> {
  const canonical = canonicalise(expression);
  const key = canonicalKey(canonical);
  const kind = `pacing/${of.adSetId}/${of.period}`;
  const rows = await desk.answer({
    by,
    use: "report",
    epoch: settledEpoch,
    kind,
    keys: [key],
    price,
    compute: async () => [await climbed(desk, canonical, settledEpoch, kind, key)],
  });
  const row = rows?.[0];
  if (!row) throw new Error("Pacing was refused a size.");
  return answered(row.values, row.at).shown;
}

async function climbed(
  desk: Desk,
  canonical: Expression,
  epoch: string,
  kind: string,
  key: string,
): Promise<readonly number[]> {
  const exact = await desk.engine.count(canonical);
  const { value, step } = climb(exact, questionLadder, (index, sigma) =>
    desk.noise(epoch, `${kind}/${index + 1}`, key, sigma),
  );
  return [value, step];
}
