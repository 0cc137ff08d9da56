import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import type { Desk } from "./desk";
import { display } from "./display";
import { epochStart, settledEpoch } from "./epoch";
import {
  climb,
  costOf,
  costOfLadder,
  costOfSteps,
  pacingLadder,
  questionLadder,
  type Step,
  sharpenBelow,
  sharpSigma,
  sigmaOf,
} from "./ladder";
import { type Question, questionOf } from "./question";
import type { Asker, Precision, ReleaseRefusal } from "./release";
import type { ReleaseRow } from "./release-table";
import type { ReleasedCount } from "./released";

/** A count as other answers are built on it: with the question, and the step of the ladder it stopped at. */
export interface AnsweredCount extends Question {
  readonly shown: ReleasedCount;
  readonly step: number;
}

type Counted = Result<AnsweredCount, ReleaseRefusal>;

const priceOn =
  (ladder: readonly Step[]) =>
  ([, step = ladder.length - 1]: readonly number[]): number =>
    costOfSteps(ladder, step);

const answered = (row: ReleaseRow | undefined, ladder: readonly Step[]) => {
  const [value = 0, step = 0] = row?.values ?? [];
  const asOf = !row || row.epoch === settledEpoch ? (row?.at ?? "") : epochStart(row.epoch);
  return { value, step, shown: display(value, sigmaOf(ladder, step), asOf) };
};

const sharpStep: readonly Step[] = [{ sigma: sharpSigma, enough: 0 }];

export async function releaseCount(
  desk: Desk,
  by: Asker,
  expression: Expression,
  precision: Precision,
): Promise<Counted> {
  const question = questionOf(expression);
  if (!question.ok) return question;
  const { canonical, key } = question.value;
  const epoch = desk.epoch();
  const rows = await desk.answer({
    by,
    use: "question",
    epoch,
    kind: "count",
    keys: [key],
    price: priceOn(questionLadder),
    most: costOfLadder(questionLadder),
    compute: async () => {
      const noise = { epoch, kind: "count", key };
      return [await climbed(desk, canonical, questionLadder, noise)];
    },
  });
  if (!rows.ok) return rows;
  const { value, ...live } = answered(rows.value[0], questionLadder);
  const last = live.step === questionLadder.length - 1;
  if (precision === "live" || !last || value >= sharpenBelow[precision]) {
    return ok({ ...question.value, ...live });
  }
  const sharp = await sharpened(desk, by, question.value, epoch);
  if (sharp.ok) return ok({ ...question.value, ...live, shown: sharp.value });
  return precision === "launch" ? ok({ ...question.value, ...live }) : sharp;
}

/** The last step of the ladder, by itself: what led to it was paid for before. */
async function sharpened(
  desk: Desk,
  by: Asker,
  { canonical, key }: Question,
  epoch: string,
): Promise<Result<ReleasedCount, ReleaseRefusal>> {
  const kind = `count/${questionLadder.length + 1}`;
  const rows = await desk.answer({
    by,
    use: "question",
    epoch,
    kind,
    keys: [key],
    price: () => costOf(sharpSigma),
    most: costOf(sharpSigma),
    compute: async () => {
      const people = peopleIn(await desk.engine.count(canonical));
      return [[people + desk.noise(epoch, kind, key, sharpSigma)]];
    },
  });
  return rows.ok ? ok(answered(rows.value[0], sharpStep).shown) : rows;
}

/**
 * An audience's size for pacing; never refused, because an ad set that runs must be paced. Too complex to be counted: hidden,
 * so nobody is delivered to; counting it as written would give every way to write it noise of its own.
 */
export async function releasePacingSize(
  desk: Desk,
  by: Asker,
  period: string,
  expression: Expression,
): Promise<ReleasedCount> {
  const question = questionOf(expression);
  if (!question.ok) return answered(undefined, pacingLadder).shown;
  const { canonical, key } = question.value;
  const kind = `pacing/${period}`;
  const rows = await desk.answer({
    by,
    use: "report",
    epoch: settledEpoch,
    kind,
    keys: [key],
    price: priceOn(pacingLadder),
    most: costOfLadder(pacingLadder),
    compute: async () => {
      const noise = { epoch: desk.settledNoise, kind, key };
      return [await climbed(desk, canonical, pacingLadder, noise)];
    },
  });
  if (!rows.ok) throw new Error("Pacing was refused a size.");
  return answered(rows.value[0], pacingLadder).shown;
}

async function climbed(
  desk: Desk,
  canonical: Expression,
  ladder: readonly Step[],
  { epoch, kind, key }: { readonly epoch: string; readonly kind: string; readonly key: string },
): Promise<readonly number[]> {
  const exact = await desk.engine.count(canonical);
  const { value, step } = climb(exact, ladder, (index, sigma) =>
    desk.noise(epoch, `${kind}/${index + 1}`, key, sigma),
  );
  return [value, step];
}
