import type { Step } from "./node-type";
import type { AdAccount } from "./store";

/** An estimate takes at least this long, so that how quickly it comes says less about what was asked before. */
const leastMs = 25;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Answers and refusals alike, neither before the least time has passed. */
export const inLeastTime =
  (run: Step<AdAccount>["run"]): typeof run =>
  async (scope, node, account, call) => {
    const passed = scope.deps.pause(leastMs);
    try {
      return await run(scope, node, account, call);
    } finally {
      await passed;
    }
  };
