import { CircleCheck, TriangleAlert } from "lucide-react";
import { cn } from "@/lib/cn";
import { formatShare } from "@/lib/format/share";
import { paceWord } from "@/lib/reports/pace";

const words = { behind: "behind plan", on_pace: "on plan", ahead: "ahead of plan" };

interface PaceMeterProps {
  /** Spend over planned spend; null without a plan. */
  pace: number | null;
  /** Without the drawing: where the words are enough. */
  plain?: boolean;
}

/** Spend against plan as words and a bullet: the bar is what was spent, the line what was planned. */
export function PaceMeter({ pace, plain = false }: PaceMeterProps) {
  if (pace === null) return <span className="text-ink-3">no plan</span>;
  const word = paceWord(pace);
  const off = word !== "on_pace";
  const Icon = off ? TriangleAlert : CircleCheck;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap align-middle">
      {!plain && (
        <svg aria-hidden="true" viewBox="0 0 72 16" className="h-4 w-18 shrink-0 print:hidden">
          <rect x="0" y="5" width="72" height="6" rx="1" fill="var(--line)" />
          <rect
            x="0"
            y="5"
            width={Math.min(72, pace * 48)}
            height="6"
            rx="1"
            fill={off ? "var(--warn)" : "var(--ok)"}
          />
          <rect x="47" y="1" width="2" height="14" fill="var(--ink)" />
        </svg>
      )}
      <span className={cn("inline-flex items-center gap-1", off ? "text-warn" : "text-ok")}>
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {formatShare(pace)} <span className={plain ? "" : "sr-only"}>{words[word]}</span>
      </span>
    </span>
  );
}
