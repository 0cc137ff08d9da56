import type { BudgetWindow } from "./release-table";

/** A charge that there may have been. */
export interface PossibleCharge {
  readonly daysAgo: number;
  readonly questions: number;
  readonly reports: number;
}

/**
 * The most that a workspace can have spent in the last `days`, as late as the windows allowed it: whatever it really was, no window
 * held more at any later time. For whoever does not know any more what was spent.
 */
export function couldBeSpent(
  windows: readonly BudgetWindow[],
  days: number,
): readonly PossibleCharge[] {
  const step = Math.min(...windows.map((window) => window.days));
  const charges: PossibleCharge[] = [];
  for (let daysAgo = 0; daysAgo <= days; daysAgo += step) {
    const room = (most: (window: BudgetWindow) => number, of: (charge: PossibleCharge) => number) =>
      Math.min(
        ...windows.map((window) =>
          charges
            .filter((charge) => charge.daysAgo > daysAgo - window.days)
            .reduce((left, charge) => left - of(charge), most(window)),
        ),
      );
    const all = Math.max(
      0,
      room(
        (window) => window.total,
        (one) => one.questions + one.reports,
      ),
    );
    const asked = Math.max(
      0,
      room(
        (window) => window.questions,
        (one) => one.questions,
      ),
    );
    const questions = Math.min(all, asked);
    if (all > 0) charges.push({ daysAgo, questions, reports: all - questions });
  }
  return charges;
}
