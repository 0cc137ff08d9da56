"use client";

import { ChevronDown } from "lucide-react";
import { Status } from "@/components/ui/status";
import { cn } from "@/lib/cn";
import { formatRange } from "@/lib/format/people";
import type { Reach } from "./use-reach";
import { verdictWords } from "./verdict";

/** The reach of a small screen: always at the bottom, and the way to the whole panel. */
export function ReachBar({ reach }: { reach: Reach }) {
  const { panel, isUpdating, failure } = reach;
  const verdict = panel?.nod_verdict && verdictWords[panel.nod_verdict];
  return (
    <a
      href="#reach"
      className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 flex min-h-12 items-center gap-3 border-t bg-surface px-4 -outline-offset-2 lg:bottom-0 lg:left-56 xl:hidden print:hidden"
    >
      <span className="sr-only">People who fit: </span>
      <span className={cn("font-semibold text-md", isUpdating && "opacity-55")}>
        {panel ? formatRange(panel.nod_range) : failure ? "No number" : "Counting"}
      </span>
      {panel && failure ? (
        <Status tone="warn">Before the last change</Status>
      ) : (
        verdict && <Status tone={verdict.tone}>{verdict.word}</Status>
      )}
      {isUpdating && panel && <span className="text-ink-3 text-xs">updating</span>}
      <span className="ml-auto inline-flex items-center gap-1 text-ink-2 text-sm">
        Details
        <ChevronDown aria-hidden className="size-4" />
      </span>
    </a>
  );
}
