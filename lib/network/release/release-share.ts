import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import type { Desk } from "./desk";
import { costOf, shareFloor, shareSigma } from "./ladder";
import { questionOf } from "./question";
import type { Asker, ReleaseRefusal } from "./release";

/** Share that a narrower audience keeps, in whole percent as 0-1; null: too few to say. */
export async function releaseShare(
  desk: Desk,
  by: Asker,
  before: Expression,
  after: Expression,
): Promise<Result<number | null, ReleaseRefusal>> {
  const [all, kept] = await Promise.all([sideSize(desk, by, before), sideSize(desk, by, after)]);
  if (!all.ok) return all;
  if (!kept.ok) return kept;
  if (all.value < shareFloor || kept.value < shareFloor) return ok(null);
  return ok(Math.min(1, Math.round((100 * kept.value) / all.value) / 100));
}

/** The noisy size of one side, which other shares use too. */
async function sideSize(
  desk: Desk,
  by: Asker,
  expression: Expression,
): Promise<Result<number, ReleaseRefusal>> {
  const question = questionOf(expression);
  if (!question.ok) return question;
  const { canonical, key } = question.value;
  const epoch = desk.epoch();
  const rows = await desk.answer({
    by,
    use: "question",
    epoch,
    kind: "share",
    keys: [key],
    price: () => costOf(shareSigma),
    most: costOf(shareSigma),
    compute: async () => {
      const people = peopleIn(await desk.engine.count(canonical));
      return [[people + desk.noise(epoch, "share", key, shareSigma)]];
    },
  });
  return rows.ok ? ok(rows.value[0]?.values[0] ?? 0) : rows;
}
