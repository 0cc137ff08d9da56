import type { Step } from "./node-type";

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
  async (scope, node, account, call) => {
    let isDone = false;
    const answer = run(scope, node, account, call).finally(() => {
      isDone = true;
    });
    // Whoever throws early is heard below, when the time is over.
    answer.catch(() => {});
    do {
      await scope.deps.pause(leastMs);
    } while (!isDone);
    return answer;
  };
