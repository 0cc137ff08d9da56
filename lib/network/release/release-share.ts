import { peopleIn } from "@/lib/network/reach/exact-count";
import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import type { Desk } from "./desk";
import { display } from "./display";
import { epochStart } from "./epoch";
import { costOf, shareFloor, shareSigma } from "./ladder";
import { questionOf } from "./question";
import type { Asker, ReleaseRefusal } from "./release";
import type { ReleasedCount, ReleasedShare } from "./released";

/** Share that a narrower audience keeps, in whole percent as 0-1; null: too few to say. */
export async function releaseShare(
  desk: Desk,
  by: Asker,
  before: Expression,
  after: Expression,
): Promise<Result<ReleasedShare, ReleaseRefusal>> {
  const [all, kept] = await Promise.all([sideSize(desk, by, before), sideSize(desk, by, after)]);
  if (!all.ok) return all;
  if (!kept.ok) return kept;
  const [asOf = ""] = [all.value.asOf, kept.value.asOf].sort();
  const [whole, part] = [all.value.people, kept.value.people];
  if (whole < shareFloor || part < shareFloor) return ok({ share: null, asOf });
  return ok({ share: Math.min(1, Math.round((100 * part) / whole) / 100), asOf });
}

/** The size of one side of a share, as such. */
export async function releaseCoarse(
  desk: Desk,
  by: Asker,
  expression: Expression,
): Promise<Result<ReleasedCount, ReleaseRefusal>> {
  const side = await sideSize(desk, by, expression);
  return side.ok ? ok(display(side.value.people, shareSigma, side.value.asOf)) : side;
}

/** The noisy size of one side, which other shares use too. */
async function sideSize(
  desk: Desk,
  by: Asker,
  expression: Expression,
): Promise<Result<{ readonly people: number; readonly asOf: string }, ReleaseRefusal>> {
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
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return ok({ people: row?.values[0] ?? 0, asOf: epochStart(row?.epoch ?? epoch) });
}
