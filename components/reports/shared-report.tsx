import { formatDateTime, formatDays } from "@/lib/format/date";
import type { OpenedShare } from "@/lib/reports/open-share";
import { ReportView } from "./report-view";

/** A report for whoever has the link: no workspace around it, nothing to press but its own explanations. */
export function SharedReport({ report, frozenAt, expiresAt }: OpenedShare) {
  const at = (instant: string) => formatDateTime(new Date(instant), report.timeZone);
  return (
    <main className="mx-auto w-full max-w-360 p-4 lg:p-8">
      <header className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div>
          <h1 className="font-semibold text-lg">{report.client}</h1>
          <p className="text-ink-2">
            {formatDays(report.period.since, report.period.until)}, {report.timeZone}
          </p>
        </div>
        <p className="text-ink-2 text-sm">
          From {report.agency}. Numbers as of {at(frozenAt)}.
          <span className="print:hidden"> The link works until {at(expiresAt)}.</span>
        </p>
      </header>
      <ReportView report={report} clientId={null} />
    </main>
  );
}
