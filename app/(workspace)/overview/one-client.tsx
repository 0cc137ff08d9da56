import { ClientOverviewView } from "@/components/overview/client-overview-view";
import { RefusalNotice } from "@/components/reports/refusal-notice";
import { getOverview } from "@/lib/reports/get-overview";
import type { Period } from "@/lib/reports/report";
import { requestContext } from "@/lib/server/request-context";

interface OneClientProps {
  clientId: string;
  period: Period;
  standardHref: string;
}

export async function OneClient({ clientId, period, standardHref }: OneClientProps) {
  const overview = await getOverview(await requestContext(), { clientId, ...period });
  if (!overview.ok) return <RefusalNotice refusal={overview.error} standardHref={standardHref} />;
  return <ClientOverviewView clientId={clientId} period={period} overview={overview.value} />;
}
