import type { Step } from "./node-type";
import type { Scope } from "./scope";

/**
 * Answers about people leave only at multiples of this, so that how quickly one comes says less about what was asked before and of how
 * many people it is. Chosen so that a normal answer fits into one (docs/decisions/027-least-time.md).
 */
export const leastMs = 50;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** For every edge that turns people into numbers. Answers, refusals and bugs alike wait for the next multiple of the least time. */
export const inLeastTime =
  <T>(run: Step<T>["run"]): Step<T>["run"] =>
  (scope, node, account, call) =>
    afterLeastTime(scope, () => run(scope, node, account, call));

/** The same for a field of an object that says how many people there are. */
export async function afterLeastTime<T>({ deps }: Scope, ask: () => Promise<T>): Promise<T> {
  let isDone = false;
  const answer = ask().finally(() => {
    isDone = true;
  });
  // Whoever throws early is heard below, when the time is over.
  answer.catch(() => {});
  do {
    await deps.pause(leastMs);
  } while (!isDone);
  return answer;
}
