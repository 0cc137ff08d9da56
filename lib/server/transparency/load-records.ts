import { gte, inArray, sql } from "drizzle-orm";
import { addDays, dayOf } from "@/lib/network/delivery/calendar";
import { type AdRecords, keptDays } from "@/lib/network/transparency/ads-that-ran";
import { creativeIdsOf } from "@/lib/network/transparency/shown-creative";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { adAccount, company, settledDay } from "../db/schema/network";
import { adObjectStores } from "../store/ad-objects";

interface DeliveredRow {
  readonly ad_set: string | number;
  readonly campaign: string | number;
  readonly days: readonly string[];
}

/** Everything that the public repository is made from: what advertisers wrote, and on which days their ad sets delivered. Nothing of people. */
export async function loadRecords(db: Database, now: Date): Promise<AdRecords> {
  const { objects } = adObjectStores(db);
  // A day earlier than any account's zone can be, so that the last day of the year is not missed.
  const oldest = addDays(dayOf(now, "UTC"), -keptDays - 1);
  const lately = db
    .selectDistinct({ id: settledDay.adSetId })
    .from(settledDay)
    .where(gte(settledDay.day, oldest));
  const adSetIds = (await lately).map(({ id }) => id);
  const ads = await objects.list({ kind: "ad", parentIds: adSetIds });
  const adSets = await objects.getMany(adSetIds);
  const campaignIds = [...new Set(adSets.flatMap(({ parentId }) => parentId ?? []))];
  const creatives = await objects.getMany([...new Set(ads.flatMap(creativeIdsOf))]);
  const accountIds = [...new Set(ads.map(({ accountId }) => accountId))];
  const accounts =
    accountIds.length > 0
      ? await db.select().from(adAccount).where(inArray(adAccount.id, accountIds))
      : [];
  const companies = await db.select().from(company);
  return {
    ads,
    adSets: byId(adSets),
    creatives: byId(creatives),
    accounts: byId(accounts),
    changes: await objects.listStatusChanges(ads.map(({ id }) => id)),
    delivered: await loadDelivered(db, campaignIds),
    companies: new Map(companies.map(({ id, name }) => [id, name])),
    now,
  };
}

const byId = <K, T extends { readonly id: K }>(rows: readonly T[]): ReadonlyMap<K, T> =>
  new Map(rows.map((row) => [row.id, row]));

async function loadDelivered(db: Database, campaignIds: readonly number[]) {
  if (campaignIds.length === 0) return new Map();
  const found = await db.execute(sql`
    select ad_set_id as ad_set, campaign_id as campaign, json_agg(day order by day) as days
    from ${settledDay}
    where ${inArray(settledDay.campaignId, [...campaignIds])} and impressions > 0
    group by ad_set_id, campaign_id`);
  return new Map(
    (rowsOf(found) as readonly DeliveredRow[]).map(({ ad_set, campaign, days }) => [
      Number(ad_set),
      { adSetId: Number(ad_set), campaignId: Number(campaign), days },
    ]),
  );
}
