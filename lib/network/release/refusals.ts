import { type Refusal, refuse } from "@/lib/result";

type Refused<E> = { readonly ok: false; readonly error: Refusal & E };

export interface BudgetSpent {
  readonly code: "budget_spent";
  readonly message: string;
}

export interface TooComplex {
  readonly code: "too_complex";
  readonly message: string;
  /** Which of the question's groups to shorten. */
  readonly group: number;
}

/** What the workspace may spend in one of its windows is spent. */
export const budgetSpent = (): Refused<BudgetSpent> =>
  refuse(
    "budget_spent",
    "New estimates are used up for now. Estimates you already have stay with their date, and audiences can be launched as they were estimated.",
  );

/** The whole network has answered as many different questions as it may in a month. */
export const networkBudgetSpent = (): Refused<BudgetSpent> =>
  refuse(
    "budget_spent",
    "The network gives no new estimates to anybody for some days. Estimates you already have stay with their date, and audiences can be launched as they were estimated.",
  );

/** Depends on the question alone, never on people. */
export const tooComplex = (group: number): Refused<TooComplex> => ({
  ok: false,
  error: {
    code: "too_complex",
    message:
      "These interests are combined in too many ways to be counted. Shorten this box, or ask for one strength and one freshness.",
    group,
  },
});
