import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { RefusalNotice } from "@/components/reports/refusal-notice";
import { PageHeader } from "@/components/shell/page-header";
import { PeriodControl } from "@/components/shell/period-control";
import { clientParam, periodParams } from "@/components/shell/search-params";
import { formatZone } from "@/lib/format/date";
import { askedPeriod } from "@/lib/reports/asked-period";
import { networkTime } from "@/lib/reports/network-time";
import { parsePeriod } from "@/lib/reports/parse-period";
import { lastFourWeeks } from "@/lib/reports/period";
import type { Period } from "@/lib/reports/report";
import { sayDays } from "@/lib/reports/words";
import { requestContext } from "@/lib/server/request-context";
import { authoriseClient } from "@/lib/workspace/authorise";
import { AllClients } from "./all-clients";
import { OneClient } from "./one-client";

export const metadata: Metadata = { title: "Overview" };

const loadParams = createLoader({ ...clientParam, ...periodParams });

export default async function OverviewPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [params, ctx] = await Promise.all([loadParams(searchParams), requestContext()]);
  const client = params.client ? await authoriseClient(ctx, "view", params.client) : null;
  if (client && !client.ok) notFound();
  const zone = client?.value.timeZone ?? "UTC";
  const time = await networkTime(ctx.adApi, zone);
  const title = client ? client.value.name : "All clients";
  const standardHref = params.client
    ? `/overview?${new URLSearchParams({ client: params.client })}`
    : "/overview";
  if (!time.ok) {
    return (
      <>
        <PageHeader title={title} />
        <RefusalNotice refusal={time.error} standardHref={standardHref} />
      </>
    );
  }
  const { today } = time.value;
  const period = askedPeriod(params.from, params.to, today);
  const standard = lastFourWeeks(today);
  return (
    <>
      <PageHeader
        title={title}
        description={client ? saidDays(period) : allClientsSay}
        actions={
          <PeriodControl
            key={`${period.since} ${period.until}`}
            today={today}
            standard={{ from: standard.since, to: standard.until }}
            zone={client ? formatZone(new Date(time.value.now), zone) : "Each in its own time zone"}
          />
        }
      />
      <Suspense
        key={`${params.client} ${period.since} ${period.until}`}
        fallback={<OverviewSkeleton />}
      >
        {params.client ? (
          <OneClient clientId={params.client} period={period} standardHref={standardHref} />
        ) : (
          <AllClients period={period} standardHref={standardHref} />
        )}
      </Suspense>
    </>
  );
}

/** Days that cannot be are not said; the page below says why. */
const saidDays = (period: Period) => parsePeriod(period).ok && sayDays(period);
const allClientsSay =
  "The farthest from plan first, each in its own currency; nothing is added across clients";
