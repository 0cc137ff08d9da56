import { CumulativeReachChart } from "@/components/charts/cumulative-reach-chart";
import type { Report, ReportDay } from "@/lib/reports/report";
import { ReachOnPaper } from "./reach-on-paper";

interface ReachByDayProps {
  client: string;
  days: readonly ReportDay[];
  plan: Report["plan"]["days"];
}

/** Different people reached since the first day, day by day, with the range and the plan. */
export function ReachByDay({ client, days, plan }: ReachByDayProps) {
  if (days.every(({ impressions }) => impressions === 0)) {
    return <p className="py-6 text-ink-2">No ads ran on these days, so nobody was reached.</p>;
  }
  return (
    <>
      <div className="print:hidden">
        <CumulativeReachChart
          label={`People reached by ${client} since the first day, day by day`}
          points={days.map(({ day, cumulative, projected }) => ({ day, projected, ...cumulative }))}
          plan={plan}
        />
      </div>
      <div className="hidden print:block">
        <ReachOnPaper days={days} plan={plan} />
      </div>
    </>
  );
}
