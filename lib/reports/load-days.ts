import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Range } from "@/lib/ad-api/panel";
import { addDays, daysOf } from "@/lib/campaigns/days";
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
  const read = new Map(
    rows.value.map((row) => [
      row.date_start,
      {
        day: row.date_start,
        spendMinor: minorOf(row.spend, client.minorUnits),
        impressions: Number(row.impressions),
        cumulative: row.nod_cumulative_reach ?? tooFew,
        projected: row.nod_projected ?? false,
      },
    ]),
  );
  const days: ReportDay[] = [];
  for (const day of daysOf(period.since, earlier(period.until, addDays(today, -1)))) {
    days.push(read.get(day) ?? quietDay(day, days.at(-1)?.cumulative ?? tooFew));
  }
  const open = read.get(today);
  return ok(open ? [...days, open] : days);
}

/** A closed day without ads: nothing was spent, and as many people had been reached as the day before. */
const quietDay = (day: string, cumulative: Range): ReportDay => ({
  day,
  spendMinor: 0,
  impressions: 0,
  cumulative,
  projected: false,
});
