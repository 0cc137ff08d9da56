import { costOfLadder, creditUnits, questionLadder } from "./ladder";
import type { BudgetWindow, QuestionCap, ReleaseTable } from "./release-table";

const dayMs = 86_400_000;
export const partForQuestions = 0.4;

const window = (days: number, credits: number): BudgetWindow => ({
  days,
  questions: credits * partForQuestions * creditUnits,
  total: credits * creditUnits,
});

/** What a workspace may spend on network time; 60 % of each window is kept for reports. */
export const standardWindows: readonly BudgetWindow[] = [
  window(7, 250),
  window(30, 600),
  window(365, 3000),
];

/** What all workspaces together may ask: it bounds what those who work together add up. */
export const standardCap: QuestionCap = { days: 30, questions: 20_000 };

export const windowStart = (at: Date, days: number): Date => new Date(at.getTime() - days * dayMs);

/** The smallest share of any window that is left for questions, 0-1; 0 when the next new one would be refused. */
export async function shareLeft(
  table: ReleaseTable,
  workspaceId: string,
  at: Date,
  windows: readonly BudgetWindow[],
): Promise<number> {
  const shares = await Promise.all(
    windows.map(async ({ days, questions, total }) => {
      const spent = await table.spent(workspaceId, windowStart(at, days));
      const left = Math.min(questions - spent.questions, total - spent.questions - spent.reports);
      return left < costOfLadder(questionLadder) ? 0 : Math.min(1, left / questions);
    }),
  );
  return Math.min(1, ...shares);
}
