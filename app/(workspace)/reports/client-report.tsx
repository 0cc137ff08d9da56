import { RefusalNotice } from "@/components/reports/refusal-notice";
import { ReportView } from "@/components/reports/report-view";
import { getReport } from "@/lib/reports/get-report";
import type { Period } from "@/lib/reports/report";
import { requestContext } from "@/lib/server/request-context";

interface ClientReportProps {
  clientId: string;
  period: Period;
  standardHref: string;
}

export async function ClientReport({ clientId, period, standardHref }: ClientReportProps) {
  const report = await getReport(await requestContext(), { clientId, ...period });
  if (!report.ok) return <RefusalNotice refusal={report.error} standardHref={standardHref} />;
  return <ReportView report={report.value} clientId={clientId} />;
}
