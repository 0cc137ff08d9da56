"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "@/components/shell/error-state";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { NoAnswer } from "@/lib/ask";
import type { CampaignDelivery } from "@/lib/campaigns/delivery-view";
import type { Currency } from "@/lib/format/money";
import type { DoToCampaign } from "./actions-type";
import { ActivityLog } from "./activity-log";
import { DayTable } from "./day-table";
import { DeliveryCharts } from "./delivery-charts";
import { DeliveryNumbers } from "./delivery-numbers";
import { LaunchedActions } from "./launched-actions";
import { deliveryQuery } from "./queries";
import { ReachedParts } from "./reached-parts";
import { StatusLine } from "./status-line";
import { StatusNotice } from "./status-notice";

interface LaunchedCampaignProps {
  campaignId: string;
  name: string;
  /** "Lakeside · 1–30 Sep 2026" */
  description: string;
  client: Currency & { readonly id: string; readonly timeZone: string };
  back: { readonly href: string; readonly label: string };
  /** null: the network did not answer while the page was drawn. */
  first: CampaignDelivery | null;
  mayPause: boolean;
  actions: { pause: DoToCampaign; resume: DoToCampaign; archive: DoToCampaign };
  /** What was launched: settings and ad. */
  children: ReactNode;
}

/** A launched campaign: what it does and how it delivers, fresh every few seconds. */
export function LaunchedCampaign({
  campaignId,
  name,
  description,
  client,
  back,
  first,
  mayPause,
  actions,
  children,
}: LaunchedCampaignProps) {
  const { data, error, refetch } = useQuery(deliveryQuery(campaignId, first ?? undefined));
  const status = data?.status ?? "unknown";
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        back={back}
        description={description}
        actions={
          mayPause && (
            <LaunchedActions
              campaign={{ campaignId, clientId: client.id }}
              status={status}
              actions={actions}
            />
          )
        }
      >
        <StatusLine delivery={data} timeZone={client.timeZone} />
      </PageHeader>
      {error && (
        <ErrorState
          title="The newest numbers could not be read"
          onRetry={() => void refetch()}
          id={error instanceof NoAnswer ? error.id : undefined}
        >
          {error.message} {data && "What is shown is the last that was known."} The campaign itself
          is not affected.
        </ErrorState>
      )}
      {data && <Delivery delivery={data} campaignId={campaignId} currency={client} name={name} />}
      {!data && !error && (
        <Card>
          <Skeleton className="h-20" />
        </Card>
      )}
      {children}
      {data && <ActivityLog activity={data.activity} timeZone={client.timeZone} />}
    </div>
  );
}

function Delivery({
  delivery,
  campaignId,
  currency,
  name,
}: {
  delivery: CampaignDelivery;
  campaignId: string;
  currency: Currency;
  name: string;
}) {
  return (
    <>
      <StatusNotice delivery={delivery} />
      {delivery.days.length > 0 && (
        <>
          <DeliveryNumbers delivery={delivery} currency={currency} />
          <DeliveryCharts delivery={delivery} currency={currency} name={name} />
          <ReachedParts campaignId={campaignId} name={name} />
          <DayTable days={delivery.days} currency={currency} />
        </>
      )}
    </>
  );
}
