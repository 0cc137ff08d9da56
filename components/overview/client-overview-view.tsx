import { NumberStrip } from "@/components/reports/number-strip";
import { ReachByDay } from "@/components/reports/reach-by-day";
import { EmptyState } from "@/components/shell/empty-state";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { ClientOverview } from "@/lib/reports/get-overview";
import type { Period } from "@/lib/reports/report";
import { NeedList } from "./need-list";
import { RunningTable } from "./running-table";

interface ClientOverviewViewProps {
  clientId: string;
  period: Period;
  overview: ClientOverview;
}

/** One client at a glance: the numbers, how reach grew, what waits, what runs. */
export function ClientOverviewView({ clientId, period, overview }: ClientOverviewViewProps) {
  const { client, total, planned, chart, needs, running, everRan } = overview;
  const inClient = `?${new URLSearchParams({ client: clientId })}`;
  if (!everRan && needs.length === 0) {
    return (
      <EmptyState
        title="Nothing has run yet"
        action={
          <LinkButton href={`/audiences${inClient}`} variant="primary">
            Build an audience
          </LinkButton>
        }
        example="Weekend riders: 415K–435K people who like bicycles, in two countries."
      >
        Build an audience for {client}, launch a campaign to it, and what it reaches stands here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <NumberStrip
        total={total}
        before={overview.totalBefore}
        currency={overview.currency}
        minorUnits={overview.minorUnits}
        pace={planned.pace}
        plannedToDateMinor={planned.spendToDateMinor}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Card
          title="People reached since the first day"
          description="Different people, over all campaigns of the client."
        >
          <ReachByDay client={client} days={chart} plan={planned.days} />
        </Card>
        <Card title="Needs you">
          <NeedList needs={needs} period={period} />
        </Card>
      </div>
      <Card title="Running campaigns" flush>
        {running.length > 0 ? (
          <RunningTable running={running} clientId={clientId} currency={overview} />
        ) : (
          <p className="px-4 pb-4 text-ink-2">No campaign runs on these days.</p>
        )}
      </Card>
    </div>
  );
}
