import "./print.css";
import { Card } from "@/components/ui/card";
import type { Report } from "@/lib/reports/report";
import { CampaignTable } from "./campaign-table";
import { Findings } from "./findings";
import { MethodBlock } from "./method-block";
import { NumberStrip } from "./number-strip";
import { OverlapCells } from "./overlap-cells";
import { PlanAgainstActual } from "./plan-against-actual";
import { ReachByDay } from "./reach-by-day";
import { WeekTable } from "./week-table";

interface ReportViewProps {
  report: Report;
  /** null in a shared report: no links into the workspace. */
  clientId: string | null;
}

/** A report: the answer, then the evidence, then the method. The same on the page, in print and behind a link. */
export function ReportView({ report, clientId }: ReportViewProps) {
  const { plan, overlap, campaigns } = report;
  return (
    <article className="flex flex-col gap-6">
      <p className="max-w-4xl text-balance font-semibold text-lg sm:text-xl print:text-lg">
        {report.headline}
      </p>
      <Findings changed={report.changed} why={report.why} next={report.next} />
      <NumberStrip
        total={report.total}
        before={report.totalBefore}
        currency={report.currency}
        minorUnits={report.minorUnits}
        pace={plan.pace}
        plannedToDateMinor={plan.spendToDateMinor}
      />
      <Card
        title="People reached since the first day"
        description="Different people: each is counted once, on the first day an ad was shown to them."
        className="break-inside-avoid"
      >
        <ReachByDay client={report.client} days={report.days} plan={plan.days} />
      </Card>
      <div className="grid items-start gap-6 xl:grid-cols-[5fr_6fr]">
        {campaigns.length > 0 && <PlanAgainstActual report={report} />}
        {report.weeks.length > 0 && (
          <Card title="New people and frequency by week" flush>
            <WeekTable report={report} />
          </Card>
        )}
      </div>
      {campaigns.length > 0 && (
        <Card title="Campaigns" flush>
          <CampaignTable report={report} clientId={clientId} />
        </Card>
      )}
      {overlap && (
        <Card title="Why the total is not the sum of the rows" className="hidden print:block">
          <OverlapCells overlap={overlap} names={campaigns.map(({ name }) => name)} />
        </Card>
      )}
      <MethodBlock notes={report.method} />
    </article>
  );
}
