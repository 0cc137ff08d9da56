import type { AdApi } from "@/lib/ad-api/ad-api";
import { minorOf } from "@/lib/campaigns/money";
import { ok, type Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { earlier } from "./period";
import { type ReadRefusal, unavailable } from "./refusals";
import type { Period, ReportDay } from "./report";
import { tooFew } from "./wire-numbers";

/** A client's cumulative reach by day, the open day as a projection. No days while the period has not begun. */
export async function loadDays(
  ctx: { readonly adApi: Pick<AdApi, "insights"> },
  client: Client,
  period: Period,
  today: string,
): Promise<Result<readonly ReportDay[], ReadRefusal>> {
  if (period.since > today) return ok([]);
  const rows = await ctx.adApi.insights(client.accountId, {
    level: "account",
    campaignIds: [],
    since: period.since,
    until: earlier(period.until, today),
    increment: 1,
  });
  if (!rows.ok) return unavailable(rows.error);
  return ok(
    rows.value.map((row) => ({
      day: row.date_start,
      spendMinor: minorOf(row.spend, client.minorUnits),
      impressions: Number(row.impressions),
      cumulative: row.nod_cumulative_reach ?? tooFew,
      projected: row.nod_projected ?? false,
    })),
  );
}
