"use client";

import type { ReactNode } from "react";
import { BudgetCurve } from "@/components/charts/budget-curve";
import { Skeleton } from "@/components/ui/skeleton";
import type { PlannedMoney } from "@/lib/campaigns/money";
import { planOutcome } from "@/lib/campaigns/plan-outcome";
import type { PlanPreview } from "@/lib/campaigns/preview-view";
import { cn } from "@/lib/cn";
import { type Currency, formatMoney } from "@/lib/format/money";
import { formatPeople, formatRange } from "@/lib/format/people";
import { PreviewProblem } from "./preview-problem";
import { Verdict } from "./verdict";

interface PlanNumbersProps {
  preview: PlanPreview | undefined;
  /** Asked and not answered yet: the numbers shown are of the plan before. */
  isStale: boolean;
  problem: Error | null;
  /** Whose number it is: "All of Riders". */
  whom: string;
  /** Company and audience are chosen. */
  isAsked: boolean;
  money: PlannedMoney | null;
  currency: Currency;
  /** What would help when too few people fit. */
  tooSmallFix: ReactNode;
}

/** Two different numbers: people who fit, and people this money would reach. */
export function PlanNumbers({
  preview,
  isStale,
  problem,
  whom,
  isAsked,
  money,
  currency,
  tooSmallFix,
}: PlanNumbersProps) {
  if (!isAsked) return <p className="text-ink-2">Choose a company and an audience first.</p>;
  const outcome = preview && money && planOutcome(preview, money);
  return (
    <div
      aria-busy={isStale}
      className={cn("flex flex-col gap-4 transition-opacity", isStale && "opacity-55")}
    >
      {problem && <PreviewProblem problem={problem} hasNumber={preview !== undefined} />}
      <div aria-live="polite">
        <h3 className="font-medium text-ink-2 text-sm">People who fit</h3>
        {preview ? (
          <>
            <p className="font-semibold text-xl first-letter:uppercase">
              {formatRange(preview.people)}
            </p>
            <p className="text-ink-2 text-sm">{whom}</p>
            <Verdict verdict={preview.verdict} />
            {preview.verdict === "too_small" && tooSmallFix}
          </>
        ) : (
          !problem && <Skeleton className="h-14 w-40" />
        )}
      </div>
      {preview && (
        <div>
          <h3 className="font-medium text-ink-2 text-sm">People you would reach</h3>
          {outcome ? (
            <>
              <p className="font-semibold text-lg">
                {formatRange({ ...outcome.inAll, hidden: false })}
              </p>
              <p className="text-ink-2 text-sm">
                in all; {formatRange({ ...outcome.aDay, hidden: false })} a day at{" "}
                {formatMoney(Math.round(outcome.dailyMinor), currency)}
              </p>
              <BudgetCurve
                label="People reached a day, by budget"
                points={preview.curve.map(({ spendMinor, reach }) => ({
                  at: spendMinor,
                  people: reach,
                }))}
                mark={{
                  at: outcome.dailyMinor,
                  people: outcome.aDayPeople,
                }}
                sayMoney={(at) => formatMoney(Math.round(at), currency)}
                sayPeople={(people) => `about ${formatPeople(people)}`}
              />
            </>
          ) : (
            <p className="text-ink-2">
              {preview.people.hidden
                ? "No forecast: too few people to say."
                : "Set days and a budget to see it."}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
