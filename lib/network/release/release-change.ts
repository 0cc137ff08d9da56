import type { Desk } from "./desk";
import { epochStart, isoWeekOf } from "./epoch";
import { questionLadder, sigmaOf } from "./ladder";
import { netChange } from "./net-change";
import { questionOf } from "./question";
import type { Release } from "./release";
import { askLive, liveKind } from "./release-count";
import type { ReleaseRow } from "./release-table";
import type { ReleasedChange } from "./released";

/** So many answers of earlier weeks are kept at hand: nobody can pay for a week that is over, so they never change. */
const mostKept = 50_000;

/**
 * The change since the last answer of an earlier week to the same question. Both answers are ones that this workspace has paid for, so it
 * says nothing that the workspace could not have subtracted itself.
 */
export function openChanges(desk: Desk): Release["change"] {
  const kept = new Map<string, Promise<ReleaseRow | undefined>>();

  function lastBefore(workspaceId: string, key: string, week: string) {
    const name = JSON.stringify([workspaceId, key, week]);
    const known = kept.get(name);
    if (known) return known;
    if (kept.size >= mostKept) kept.clear();
    const found = desk.known({ workspaceId }, liveKind, [key], week).then(([row]) => row);
    kept.set(name, found);
    found.catch(() => kept.delete(name));
    return found;
  }

  return async (by, expression) => {
    const question = questionOf(expression);
    if (!question.ok) return null;
    const epoch = desk.epoch();
    const [rows, before] = await Promise.all([
      askLive(desk, by, "question", question.value, epoch),
      lastBefore(by.workspaceId, question.value.key, isoWeekOf(epoch)),
    ]);
    return changeOf(rows.ok ? rows.value[0] : undefined, before);
  };
}

/** Of two answers to one question, where it stands out of their noise. */
export function changeOf(
  now: ReleaseRow | undefined,
  before: ReleaseRow | undefined,
): ReleasedChange | null {
  if (!now || !before || now.epoch === before.epoch) return null;
  const people = netChange(noisyValue(now), noisyValue(before));
  return people === null ? null : { people, since: epochStart(before.epoch) };
}

const noisyValue = ({ values: [value = 0, step = 0] }: ReleaseRow) => ({
  value,
  sigma: sigmaOf(questionLadder, step),
});
