import { afterLeastTime } from "./least-time";
import type { Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";
import { checkWholeTargeting } from "./targeted-audiences";
import { toExpression } from "./targeting-expression";

/** How many people fit a saved audience, as released; -1 when it cannot be counted any more, or the budget is spent. */
export async function savedCount(
  scope: Scope,
  account: AdAccount,
  audience: AdObject,
): Promise<{ readonly lower: number; readonly upper: number }> {
  const nothing = { lower: -1, upper: -1 };
  if (audience.status === "DELETED") return nothing;
  const checked = await checkWholeTargeting(scope, account, audience.data.targeting, "targeting");
  if (!checked.ok) return nothing;
  const { targeting, audiences } = checked.value;
  const asked = toExpression(targeting, audiences);
  const count = await afterLeastTime(scope, () => scope.deps.release.count(scope.caller, asked));
  if (!count.ok) return nothing;
  const { hidden, lower, upper } = count.value;
  return { lower: hidden ? upper : lower, upper };
}
