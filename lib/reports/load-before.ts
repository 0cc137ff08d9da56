import type { AdApi } from "@/lib/ad-api/ad-api";
import { addDays, daysBetween } from "@/lib/campaigns/days";
import { ok, type Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { earlier, periodBefore } from "./period";
import { type ReadRefusal, unavailable } from "./refusals";
import type { Period, ReportNumbers } from "./report";
import { numbersOf } from "./wire-numbers";

export interface Before {
  readonly period: Period;
  /** null when no ads ran then. */
  readonly total: ReportNumbers | null;
}

/** The time before a period; of one that still runs, only as many days as have closed of it. */
function comparedWith(period: Period, settled: Period | null): Period {
  const before = periodBefore(period);
  if (!settled || settled.until === period.until) return before;
  const elapsed = daysBetween(period.since, settled.until);
  return { since: before.since, until: earlier(before.until, addDays(before.since, elapsed)) };
}

/** What a period is measured against: the network's union over the time before it. */
export async function loadBefore(
  ctx: { readonly adApi: Pick<AdApi, "insights"> },
  client: Client,
  period: Period,
  settled: Period | null,
): Promise<Result<Before, ReadRefusal>> {
  const compared = comparedWith(period, settled);
  const rows = await ctx.adApi.insights(client.accountId, {
    level: "account",
    campaignIds: [],
    ...compared,
    increment: "all",
    settledOnly: true,
  });
  if (!rows.ok) return unavailable(rows.error);
  const total = numbersOf(rows.value[0], client.minorUnits);
  return ok({ period: compared, total: total.impressions > 0 ? total : null });
}
