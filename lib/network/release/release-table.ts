/** One question as the table knows it. `epoch` is an ISO week and a salt, or "settled" for answers that never change. */
interface QuestionKey {
  readonly epoch: string;
  readonly kind: string;
  readonly key: string;
}

/** One text for one question in one epoch, to look answers up by. */
export const answerName = ({ epoch, kind, key }: QuestionKey): string =>
  JSON.stringify([epoch, kind, key]);

/** What was answered: noisy values, never an exact count. */
export interface ReleaseRow extends QuestionKey {
  readonly values: readonly number[];
  /** ISO 8601, wall time */
  readonly at: string;
}

/** An answer and what it costs, in ten-thousandths of a credit. */
export interface PricedRow {
  readonly row: ReleaseRow;
  readonly cost: number;
  /** What any answer to the same question could cost. This must fit into the budget: a refusal that went by the cost would say, uncharged, what was answered. */
  readonly most: number;
}

/**
 * What a charge is for. Questions are asked by people, reports are about what was delivered (and the last check before a launch),
 * pacing is the sizes that running ads are delivered by.
 */
export type Use = "question" | "report" | "pacing";

/** What a workspace may spend in the `days` before a moment of network time. */
export interface BudgetWindow {
  readonly days: number;
  /** The most for questions. */
  readonly questions: number;
  /** The most for questions and reports together: what is left of the total is kept for pacing. */
  readonly unreserved: number;
  /** The most for everything. */
  readonly total: number;
}

/** Questions that were first answered in the `days` before a moment of network time (whole days, UTC). */
export interface QuestionCap {
  readonly days: number;
  readonly questions: number;
  /** The most of them that one workspace may be the first to ask, so that nobody uses up everybody's. */
  readonly each: number;
}

/** What a workspace was charged. */
export interface Spent {
  readonly questions: number;
  readonly reports: number;
  readonly pacing: number;
}

export const nothingSpent: Spent = { questions: 0, reports: 0, pacing: 0 };

/** Whether `most` more for this use could make a window overflow. */
export function wouldOverflow(
  use: Use,
  most: number,
  before: Spent,
  window: BudgetWindow,
): boolean {
  const asked = before.questions + before.reports;
  if (most === 0) return false;
  if (use === "question" && before.questions + most > window.questions) return true;
  if (use !== "pacing" && asked + most > window.unreserved) return true;
  return asked + before.pacing + most > window.total;
}

export interface Payer {
  readonly workspaceId: string;
  readonly use: Use;
  /** Network time. */
  readonly at: Date;
  /** Empty: charged, never refused. */
  readonly windows: readonly BudgetWindow[];
  /** How many different questions all workspaces together may ask; null or left out: not counted. */
  readonly cap?: QuestionCap | null;
}

/** Insert-once: the first answer stays, also under concurrency. */
export interface ReleaseTable {
  /** The stored answers among these keys, and whether the workspace has paid for each. */
  find(
    workspaceId: string,
    epoch: string,
    kind: string,
    keys: readonly string[],
  ): Promise<readonly { readonly row: ReleaseRow; readonly paid: boolean }[]>;
  /**
   * Answers and charges in one transaction: charges what the workspace has not paid yet, writes the rows that are not there,
   * and returns the rows as they are there afterwards, in order. Otherwise nothing was written: "spent", a window could
   * overflow; "capped", all workspaces together have asked enough.
   */
  record(
    rows: readonly PricedRow[],
    payer: Payer,
  ): Promise<readonly ReleaseRow[] | "spent" | "capped">;
  /** What `record` would say to so many answers that are not there yet and could cost `most` in all; null: it would write them. */
  refusal(fresh: number, most: number, payer: Payer): Promise<"spent" | "capped" | null>;
  /**
   * For each key the newest answer of these kinds in any epoch that the workspace has paid for: what it may still use with a spent budget. With
   * `before`, only of epochs that sort before it.
   */
  latest(
    workspaceId: string,
    kinds: readonly string[],
    keys: readonly string[],
    before?: string,
  ): Promise<readonly ReleaseRow[]>;
  /** Charged after `since` (network time). */
  spent(workspaceId: string, since: Date): Promise<Spent>;
  /** The same after each of these moments, at once. */
  spentEach(workspaceId: string, starts: readonly Date[]): Promise<readonly Spent[]>;
}
