import { ReportSkeleton } from "@/components/reports/report-skeleton";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingReport() {
  return (
    <>
      <PageHeader title="Report" />
      <ReportSkeleton />
    </>
  );
}
