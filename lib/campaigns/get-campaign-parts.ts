import { z } from "zod/mini";
import type { CallOptions, InsightsQuery } from "@/lib/ad-api/ad-api";
import type { InsightRow } from "@/lib/ad-api/objects";
import { ok, type Result, refuse } from "@/lib/result";
import type { CampaignCtx } from "./ctx";
import { addDays } from "./days";
import type { DeliveryRefusal } from "./get-campaign-delivery";
import { loadLaunched } from "./load-launched";
import { networkTime } from "./network-time";
import { type CampaignParts, type PartName, partName } from "./parts-view";

export const partsInput = z.object({ campaignId: z.string(), by: partName });

type Breakdown = NonNullable<InsightsQuery["breakdown"]>;

const breakdownOf: Readonly<Record<PartName, Breakdown>> = {
  frequency: "frequency_value",
  age: "age",
  gender: "gender",
  place: "country",
  placement: "publisher_platform",
};

/**
 * Who saw a launched campaign, split one way, from its start to the last Sunday that is over. A new split is a question that is charged,
 * so it is asked once a week and only when somebody wants to see it.
 */
export async function getCampaignParts(
  ctx: CampaignCtx,
  { campaignId, by }: z.infer<typeof partsInput>,
  options?: CallOptions,
): Promise<Result<CampaignParts, DeliveryRefusal>> {
  const loaded = await loadLaunched(ctx, campaignId);
  if (!loaded.ok) return loaded;
  const { client, remoteId, money } = loaded.value;
  const time = await networkTime(ctx.adApi, client.timeZone);
  if (!time.ok) return silent(time.error.message);
  const { today } = time.value;
  const since = money.startDay;
  const until = today > money.endDay ? money.endDay : lastSundayBefore(today);
  const nothing = { by, since, until, modelled: false, parts: [] };
  if (until < since) return ok({ ...nothing, without: "early" });

  const rows = await ctx.adApi.insights(
    client.accountId,
    {
      ...{ level: "campaign", since, until, increment: "all", campaignIds: [remoteId] },
      breakdown: breakdownOf[by],
    },
    options,
  );
  if (!rows.ok) return silent(rows.error.message);
  const parts = rows.value.flatMap((row) => partOf(row, breakdownOf[by]));
  if (parts.length === 0) {
    const isFew = rows.value.every(({ nod_reach: reach }) => !reach || reach.hidden);
    return ok({ ...nothing, without: isFew ? "few" : "unopened" });
  }
  const modelled = rows.value.some(({ nod_modelled: isModelled }) => isModelled);
  return ok({ ...nothing, without: null, modelled, parts });
}

/** Whole weeks, so that the same split is the same question until the next Sunday is over. */
function lastSundayBefore(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, -(weekday === 0 ? 7 : weekday));
}

function partOf(row: InsightRow, breakdown: Breakdown) {
  const value = row[breakdown];
  if (value === undefined || row.nod_share === undefined) return [];
  const people = row.reach === undefined ? null : Number(row.reach);
  return [{ value, people, share: Number(row.nod_share) }];
}

const silent = (message: string) =>
  refuse("unavailable", `The ad network did not answer: ${message}`);
