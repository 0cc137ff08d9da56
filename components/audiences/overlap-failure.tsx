"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { NoAnswer } from "@/lib/ask";

/** Why there is no comparison, and what is still there. */
export function OverlapFailure({
  failure,
  onRetry,
}: {
  failure: NoAnswer | null;
  onRetry: () => void;
}) {
  if (failure?.code === "budget_spent") {
    return (
      <Notice kind="warn" live="status" title="New estimates are used up for now">
        {failure.message} Comparisons you made this week can still be opened.
      </Notice>
    );
  }
  return (
    <Notice
      kind="bad"
      live="status"
      title="The overlap could not be asked for"
      action={
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {failure?.message ?? "Something failed on the way."} Your choice is kept.
    </Notice>
  );
}
