import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { formatDays } from "@/lib/format/date";
import { periodAfter, periodBefore } from "@/lib/reports/period";
import type { Period } from "@/lib/reports/report";

interface PeriodStepsProps {
  period: Period;
  today: string;
  href: (period: Period) => string;
}

/** The period before and the one after, a whole month at a time where the period is one. */
export function PeriodSteps({ period, today, href }: PeriodStepsProps) {
  const before = periodBefore(period);
  const after = periodAfter(period);
  const words = (one: Period) => formatDays(one.since, one.until);
  return (
    <nav aria-label="Other periods" className="flex gap-1">
      <LinkButton href={href(before)} className="w-9 px-0" aria-label={`Before: ${words(before)}`}>
        <ChevronLeft aria-hidden />
      </LinkButton>
      {after.since <= today && (
        <LinkButton href={href(after)} className="w-9 px-0" aria-label={`After: ${words(after)}`}>
          <ChevronRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  );
}
