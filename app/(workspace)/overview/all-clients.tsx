import { BrokenClients } from "@/components/overview/broken-clients";
import { ClientTable } from "@/components/overview/client-table";
import { overviewHref } from "@/components/reports/addresses";
import { RefusalNotice } from "@/components/reports/refusal-notice";
import { EmptyState } from "@/components/shell/empty-state";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { listClientsOverview } from "@/lib/reports/list-clients-overview";
import type { Period } from "@/lib/reports/report";
import { requestContext } from "@/lib/server/request-context";

interface AllClientsProps {
  period: Period;
  standardHref: string;
  /** Where a client's name leads; its overview when not said. */
  href?: (clientId: string, period: Period) => string;
}

export async function AllClients({ period, standardHref, href = overviewHref }: AllClientsProps) {
  const overview = await listClientsOverview(await requestContext(), period);
  if (!overview.ok) return <RefusalNotice refusal={overview.error} standardHref={standardHref} />;
  const { clients, broken } = overview.value;
  if (clients.length === 0 && broken.length === 0) {
    return (
      <EmptyState
        title="No client yet"
        action={
          <LinkButton href="/settings" variant="primary">
            Add a client
          </LinkButton>
        }
        example="Lakeside Cycles, EUR, Europe/Berlin: 96% of plan, 410K–430K people reached."
      >
        A client is one ad account with its currency and time zone. Add one, and it stands here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <BrokenClients broken={broken} />
      <Card flush>
        <ClientTable
          clients={clients}
          period={period}
          href={(clientId) => href(clientId, period)}
        />
      </Card>
    </div>
  );
}
