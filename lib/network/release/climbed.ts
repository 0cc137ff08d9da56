import type { Expression } from "@/lib/network/reach/expression";
import type { Desk } from "./desk";
import { display } from "./display";
import { epochStart, settledEpoch } from "./epoch";
import { climb, costOfSteps, type Step, sigmaOf } from "./ladder";
import type { ReleaseRow } from "./release-table";
import type { ReleasedCount } from "./released";

/** What the noise of an answer is drawn for. */
export interface AskedNoise {
  readonly epoch: string;
  readonly kind: string;
  readonly key: string;
}

/** The noisy size of an audience, the step at which it stopped and what that cost, as they are stored. */
export async function climbed(
  desk: Desk,
  canonical: Expression,
  ladder: readonly Step[],
  { epoch, kind, key }: AskedNoise,
): Promise<readonly number[]> {
  const exact = await desk.engine.count(canonical);
  const { value, step, cost } = climb(exact, ladder, (index, sigma) =>
    desk.noise(epoch, `${kind}/${index + 1}`, key, sigma),
  );
  return [value, step, cost];
}

export const priceOn =
  (ladder: readonly Step[]) =>
  ([, step = ladder.length - 1, cost = costOfSteps(ladder, step)]: readonly number[]): number =>
    cost;

interface OnLadder {
  readonly value: number;
  readonly step: number;
  readonly shown: ReleasedCount;
}

/** What `climbed` stored, as it is shown; hidden when nothing is stored. */
export function answerOn(ladder: readonly Step[], row: ReleaseRow | undefined): OnLadder {
  const [value = 0, step = 0] = row?.values ?? [];
  return { value, step, shown: display(value, sigmaOf(ladder, step), row ? asOf(row) : "") };
}

/** The moment at which a question was stored would tell when another workspace asked the same: it is dated by its week. */
const asOf = ({ epoch, at }: ReleaseRow): string =>
  epoch === settledEpoch ? at : epochStart(epoch);
