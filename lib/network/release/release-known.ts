import type { Expression } from "@/lib/network/reach/expression";
import { answerOn } from "./climbed";
import type { Desk } from "./desk";
import { isoWeekOf } from "./epoch";
import { questionLadder } from "./ladder";
import { questionOf } from "./question";
import type { Asker } from "./release";
import { changeOf } from "./release-change";
import { liveKind } from "./release-count";
import type { KnownCount } from "./released";

/** The newest live sizes that this workspace has paid for, two look-ups for all of them; it asks nothing and costs nothing. */
export async function releaseKnown(
  desk: Desk,
  by: Asker,
  expressions: readonly Expression[],
): Promise<readonly (KnownCount | null)[]> {
  const keys = expressions.map((expression) => {
    const question = questionOf(expression);
    return question.ok ? question.value.key : null;
  });
  const asked = [...new Set(keys.flatMap((key) => key ?? []))];
  const week = isoWeekOf(desk.epoch());
  const [newest, earlier] = await Promise.all([
    desk.known(by, liveKind, asked),
    desk.known(by, liveKind, asked, week),
  ]);
  const nowOf = new Map(newest.map((row) => [row.key, row]));
  const beforeOf = new Map(earlier.map((row) => [row.key, row]));
  return keys.map((key) => {
    const now = key === null ? undefined : nowOf.get(key);
    if (!now) return null;
    const { shown } = answerOn(questionLadder, now);
    return { count: shown, change: changeOf(now, beforeOf.get(now.key)) };
  });
}
