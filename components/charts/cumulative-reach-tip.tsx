import { formatDay } from "@/lib/format/date";
import { formatPeople, formatRange } from "@/lib/format/people";
import type { ReachRow } from "./cumulative-reach-rows";

/** What a day says when it is pointed at. */
export function CumulativeReachTip({ row }: { row: ReachRow | undefined }) {
  if (!row) return null;
  const { point, plan } = row;
  return (
    <div className="rounded-sm border border-line-strong bg-surface px-2 py-1 text-ink text-sm">
      <p className="font-medium">{formatDay(row.day)}</p>
      {point && (
        <p>
          {point.projected ? "Today so far, projected: " : "Reached: "}
          {formatRange({ ...point, hidden: point.hidden ?? false })}
        </p>
      )}
      {plan !== null && <p className="text-ink-2">Plan: about {formatPeople(plan)}</p>}
    </div>
  );
}
