import { ReportActions } from "@/components/reports/report-actions";
import { listShares } from "@/lib/reports/list-shares";
import type { Period } from "@/lib/reports/report";
import { requestContext } from "@/lib/server/request-context";
import { createShareAction, revokeShareAction } from "./actions";

/** The report's buttons; sharing only for those whose role allows it. */
export async function ReportButtons({ clientId, period }: { clientId: string; period: Period }) {
  const shares = await listShares(await requestContext(), { clientId });
  return (
    <ReportActions
      clientId={clientId}
      period={period}
      share={
        shares.ok
          ? {
              shares: shares.value,
              createShare: createShareAction,
              revokeShare: revokeShareAction,
            }
          : null
      }
    />
  );
}
