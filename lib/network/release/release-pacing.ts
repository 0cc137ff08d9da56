import type { Expression } from "@/lib/network/reach/expression";
import { ok, type Result } from "@/lib/result";
import { answerOn, climbed, priceOn } from "./climbed";
import type { Desk } from "./desk";
import { settledEpoch } from "./epoch";
import { costOfLadder, pacingLadder, questionLadder, type Step } from "./ladder";
import { questionOf } from "./question";
import type { Asker, ReleaseRefusal } from "./release";
import { liveKind, sharpKind, sharpStep } from "./release-count";
import type { ReleasedCount } from "./released";

/** A period's size stands in for later ones that the budget refuses for as long. */
const standInMonths = 12;

/**
 * An audience's size for pacing. Only a new audience without any estimate can be refused one: pacing has a part of the budget that
 * nothing else may take, and an older answer stands in when that is spent too. Too complex to be counted is refused always;
 * counting it as written would give every way to write it noise of its own.
 */
export async function releasePacingSize(
  desk: Desk,
  by: Asker,
  use: "pacing" | "report",
  period: string,
  expression: Expression,
): Promise<Result<ReleasedCount, ReleaseRefusal>> {
  const question = questionOf(expression);
  if (!question.ok) return question;
  const { canonical, key } = question.value;
  const kind = pacingKind(period);
  const rows = await desk.answer({
    ...{ by, use, epoch: settledEpoch, kind, keys: [key] },
    standIns: [...monthsBefore(period).map(pacingKind), liveKind, sharpKind],
    price: priceOn(pacingLadder),
    most: costOfLadder(pacingLadder),
    compute: async () => {
      const noise = { epoch: desk.settledNoise, kind, key };
      return [await climbed(desk, canonical, pacingLadder, noise)];
    },
  });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return ok(answerOn(ladderOf(row?.kind ?? kind), row).shown);
}

const pacingKind = (period: string): string => `pacing/${period}`;

function ladderOf(kind: string): readonly Step[] {
  if (kind === liveKind) return questionLadder;
  return kind === sharpKind ? sharpStep : pacingLadder;
}

/** The month of a period (YYYY-MM, or an ISO week YYYY-Www) and those before it. */
function monthsBefore(period: string): readonly string[] {
  const [year = 0, week] = period.split("-W").map(Number);
  const first =
    week === undefined ? new Date(`${period}-01`) : new Date(Date.UTC(year, 0, 7 * week));
  return Array.from({ length: standInMonths + 1 }, (_, back) =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7),
  );
}
