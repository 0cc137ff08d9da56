import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import { type AskedNoise, answerOn, climbed, priceOn } from "./climbed";
import type { Answers, Desk } from "./desk";
import {
  costOf,
  costOfLadder,
  questionLadder,
  type Step,
  sharpenBelow,
  sharpSigma,
} from "./ladder";
import { type Question, questionOf } from "./question";
import type { Asker, Precision, ReleaseRefusal } from "./release";
import type { Use } from "./release-table";
import type { ReleasedCount } from "./released";

/** A count as other answers are built on it: with the question, and the step of the ladder it stopped at. */
export interface AnsweredCount extends Question {
  readonly shown: ReleasedCount;
  readonly step: number;
}

type Counted = Result<AnsweredCount, ReleaseRefusal>;

export const liveKind = "count";
export const sharpKind = `${liveKind}/${questionLadder.length + 1}`;
export const sharpStep: readonly Step[] = [{ sigma: sharpSigma, enough: 0 }];

export async function releaseCount(
  desk: Desk,
  by: Asker,
  expression: Expression,
  precision: Precision,
): Promise<Counted> {
  const question = questionOf(expression);
  if (!question.ok) return question;
  const use = precision === "launch" ? "report" : "question";
  const epoch = desk.epoch();
  const rows = await askLive(desk, by, use, question.value, epoch);
  if (!rows.ok) return rows;
  const { value, ...live } = answerOn(questionLadder, rows.value[0]);
  const last = live.step === questionLadder.length - 1;
  if (precision === "live" || !last || value >= sharpenBelow[precision]) {
    return ok({ ...question.value, ...live });
  }
  const sharp = await sharpened(desk, by, use, question.value, epoch);
  if (sharp.ok) return ok({ ...question.value, ...live, shown: sharp.value });
  return precision === "launch" ? ok({ ...question.value, ...live }) : sharp;
}

/** The live size, as it is stored. */
export function askLive(
  desk: Desk,
  by: Asker,
  use: Use,
  { canonical, key }: Question,
  epoch: string,
): Promise<Answers> {
  const asked: AskedNoise = { epoch, kind: liveKind, key };
  return desk.answer({
    ...{ by, use, epoch, kind: liveKind, keys: [key] },
    price: priceOn(questionLadder),
    most: costOfLadder(questionLadder),
    compute: async () => [await climbed(desk, canonical, questionLadder, asked)],
  });
}

/** The last step of the ladder, by itself: what led to it was paid for before. */
async function sharpened(
  desk: Desk,
  by: Asker,
  use: Use,
  { canonical, key }: Question,
  epoch: string,
): Promise<Result<ReleasedCount, ReleaseRefusal>> {
  const rows = await desk.answer({
    ...{ by, use, epoch, kind: sharpKind, keys: [key] },
    price: () => costOf(sharpSigma),
    most: costOf(sharpSigma),
    compute: async () => {
      const people = peopleIn(await desk.engine.count(canonical));
      return [[people + desk.noise(epoch, sharpKind, key, sharpSigma)]];
    },
  });
  return rows.ok ? ok(answerOn(sharpStep, rows.value[0]).shown) : rows;
}
