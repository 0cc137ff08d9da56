import { formatRange } from "@/lib/format/people";
import type { ReportNumbers } from "@/lib/reports/report";

/** People reached in a table; days without ads say that, because "fewer than 1,000" would look like a result. */
export function PeopleCell({ reach, impressions }: Pick<ReportNumbers, "reach" | "impressions">) {
  if (impressions === 0) return <span className="text-ink-3">no ads ran</span>;
  return formatRange(reach);
}
