import { costOfLadder, creditUnits, questionLadder } from "./ladder";
import {
  type BudgetWindow,
  nothingSpent,
  type QuestionCap,
  type ReleaseTable,
  wouldOverflow,
} from "./release-table";

const dayMs = 86_400_000;
export const partForQuestions = 0.4;
/** Kept in each window for the sizes that running ads are paced by, so that neither questions nor reports can stop a campaign. */
export const partForPacing = 0.1;

const window = (days: number, credits: number): BudgetWindow => ({
  days,
  questions: credits * partForQuestions * creditUnits,
  unreserved: credits * (1 - partForPacing) * creditUnits,
  total: credits * creditUnits,
});

/** What a workspace may spend on network time; 60 % of each window is kept for reports and pacing. */
export const standardWindows: readonly BudgetWindow[] = [
  window(7, 250),
  window(30, 600),
  window(365, 3000),
];

/**
 * What all workspaces together may ask: it bounds what those who work together add up. A busy agency's month is about 1,500
 * questions (docs/decisions/020-credits.md), so that a fifth of it is more than anybody needs.
 */
export const standardCap: QuestionCap = { days: 30, questions: 20_000, each: 4000 };

export const windowStart = (at: Date, days: number): Date => new Date(at.getTime() - days * dayMs);

/** The smallest share of any window that is left for questions, 0-1; 0 when the next new one would be refused. */
export async function shareLeft(
  table: ReleaseTable,
  workspaceId: string,
  at: Date,
  windows: readonly BudgetWindow[],
): Promise<number> {
  if (windows.length === 0) return 1;
  const starts = windows.map(({ days }) => windowStart(at, days));
  const spentOf = await table.spentEach(workspaceId, starts);
  const shares = windows.map((window, index) => {
    const spent = spentOf[index] ?? nothingSpent;
    if (wouldOverflow("question", costOfLadder(questionLadder), spent, window)) return 0;
    const asked = spent.questions + spent.reports;
    const left = Math.min(
      window.questions - spent.questions,
      window.unreserved - asked,
      window.total - asked - spent.pacing,
    );
    return Math.min(1, left / window.questions);
  });
  return Math.min(1, ...shares);
}
