import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { reportHref } from "@/components/reports/addresses";
import { PeriodSteps } from "@/components/reports/period-steps";
import { RefusalNotice } from "@/components/reports/refusal-notice";
import { ReportSkeleton } from "@/components/reports/report-skeleton";
import { PageHeader } from "@/components/shell/page-header";
import { PeriodControl } from "@/components/shell/period-control";
import { clientParam, periodParams } from "@/components/shell/search-params";
import { formatZone } from "@/lib/format/date";
import { askedPeriod } from "@/lib/reports/asked-period";
import { networkTime } from "@/lib/reports/network-time";
import { parsePeriod } from "@/lib/reports/parse-period";
import { lastFourWeeks } from "@/lib/reports/period";
import { sayDays } from "@/lib/reports/words";
import { requestContext } from "@/lib/server/request-context";
import { authoriseClient } from "@/lib/workspace/authorise";
import { AllClients } from "../overview/all-clients";
import { ClientReport } from "./client-report";
import { ReportButtons } from "./report-buttons";

export const metadata: Metadata = { title: "Reports" };

const loadParams = createLoader({ ...clientParam, ...periodParams });

export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [params, ctx] = await Promise.all([loadParams(searchParams), requestContext()]);
  const client = params.client ? await authoriseClient(ctx, "view", params.client) : null;
  if (client && !client.ok) notFound();
  const zone = client?.value.timeZone ?? "UTC";
  const time = await networkTime(ctx.adApi, zone);
  const clientId = params.client;
  const standardHref = clientId
    ? `/reports?${new URLSearchParams({ client: clientId })}`
    : "/reports";
  if (!time.ok) {
    return (
      <>
        <PageHeader title="Reports" />
        <RefusalNotice refusal={time.error} standardHref={standardHref} />
      </>
    );
  }
  const { today } = time.value;
  const period = askedPeriod(params.from, params.to, today);
  const standard = lastFourWeeks(today);
  const control = (
    <PeriodControl
      key={`${period.since} ${period.until}`}
      today={today}
      standard={{ from: standard.since, to: standard.until }}
      zone={client ? "" : "Each in its own time zone"}
    />
  );
  const key = `${clientId} ${period.since} ${period.until}`;
  if (!clientId || !client) {
    return (
      <>
        <PageHeader
          title="Reports"
          description="Choose a client; the farthest from plan come first"
          actions={control}
        />
        <Suspense key={key} fallback={<OverviewSkeleton />}>
          <AllClients period={period} standardHref={standardHref} href={reportHref} />
        </Suspense>
      </>
    );
  }
  const valid = parsePeriod(period).ok;
  return (
    <>
      <PageHeader
        title={`Report: ${client.value.name}`}
        description={valid && `${sayDays(period)}, ${formatZone(new Date(time.value.now), zone)}`}
        back={{ href: "/reports", label: "All clients" }}
        actions={valid && <ReportButtons clientId={clientId} period={period} />}
      >
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          {valid && (
            <PeriodSteps
              period={period}
              today={today}
              href={(other) => reportHref(clientId, other)}
            />
          )}
          {control}
        </div>
      </PageHeader>
      <Suspense key={key} fallback={<ReportSkeleton />}>
        <ClientReport clientId={clientId} period={period} standardHref={standardHref} />
      </Suspense>
    </>
  );
}
