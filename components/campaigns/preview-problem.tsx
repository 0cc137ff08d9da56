"use client";

import { Notice } from "@/components/ui/notice";
import { NoAnswer } from "@/lib/ask";

/** Why the summary has no new number. A spent budget of estimates keeps nobody from launching. */
export function PreviewProblem({ problem, hasNumber }: { problem: Error; hasNumber: boolean }) {
  const isSpent = problem instanceof NoAnswer && problem.code === "budget_spent";
  return (
    <Notice
      kind="warn"
      title={isSpent ? "New estimates are used up for now" : "The reach could not be read"}
    >
      {problem.message} {hasNumber && "The last known number is shown."}
      {isSpent &&
        " You can still launch: the size is checked when you do, from a part kept for it."}
    </Notice>
  );
}
