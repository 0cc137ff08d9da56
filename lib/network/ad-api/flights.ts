import { z } from "zod/mini";
import type { Flight, FlightFilter, FlightSource } from "@/lib/network/delivery/flight";
import type { CustomerLists } from "@/lib/network/lists/customer-lists";
import { approvedSpans } from "./review-state";
import { intersect, switchedOn, unite } from "./spans";
import { creativeIdOf } from "./specs/ad-spec";
import { storyOf } from "./specs/creative-spec";
import type { AdAccount, AdAccountStore, AdObject, AdObjectStore } from "./store";
import { audienceIdsIn, audiencesOf } from "./targeted-audiences";
import { type TargetedAudiences, toExpression } from "./targeting-expression";
import { targetingSchema } from "./targeting-schema";

const money = z.object({
  daily_budget: z.optional(z.number()),
  lifetime_budget: z.optional(z.number()),
});
const dates = z.object({
  start_time: z.optional(z.string()),
  end_time: z.optional(z.string()),
  stop_time: z.optional(z.string()),
});
const caps = z.object({
  frequency_control_specs: z.optional(
    z.array(z.object({ interval_days: z.number(), max_frequency: z.number() })),
  ),
});

interface Stores {
  readonly objects: AdObjectStore;
  readonly accounts: AdAccountStore;
  /** Left out where nobody has customer lists. */
  readonly lists?: Pick<CustomerLists, "factsOf">;
}

/** The ad sets that ran or run, read from the ad API's objects and their status changes. */
export function flightSource({ objects, accounts, lists }: Stores): FlightSource {
  return {
    async listFlights(filter) {
      const adSets = await listAdSets(objects, filter);
      const campaigns = await byId(
        objects,
        adSets.flatMap(({ parentId }) => parentId ?? []),
      );
      const siblings = await objects.list({ kind: "adset", parentIds: [...campaigns.keys()] });
      const adSetIds = adSets.map(({ id }) => id);
      const ads = await objects.list({ kind: "ad", parentIds: adSetIds });
      const on = switchedOn(
        await objects.listStatusChanges([
          ...campaigns.keys(),
          ...adSetIds,
          ...ads.map(({ id }) => id),
        ]),
      );
      const creatives = await byId(objects, ads.map(creativeIdOf));
      const pageOf = new Map(
        [...creatives].map(([id, { data }]) => [id, storyOf(data).page_id] as const),
      );
      const owners = new Map<string, AdAccount>();
      for (const id of new Set(adSets.map(({ accountId }) => accountId))) {
        const account = await accounts.get(id);
        if (account) owners.set(id, account);
      }
      const specs = new Map(
        adSets.map(({ id, data }) => [id, targetingSchema.parse(data.targeting)] as const),
      );
      const named = audienceIdsIn([...specs.values()]);
      const audiences: TargetedAudiences =
        lists && named.length > 0
          ? await audiencesOf(lists, await objects.getMany(named))
          : new Map();
      return adSets.flatMap((adSet) => {
        const expression = toExpression(specs.get(adSet.id) ?? {}, audiences);
        const campaign = campaigns.get(adSet.parentId ?? 0);
        const account = owners.get(adSet.accountId);
        if (!campaign || !account) return [];
        const own = ads.filter(({ parentId }) => parentId === adSet.id);
        const above = intersect(on(campaign.id), on(adSet.id));
        const shown = own.map((ad) => ({
          id: ad.id,
          live: intersect(above, intersect(on(ad.id), approvedSpans(ad))),
        }));
        const sharing = siblings.filter(
          ({ parentId, status }) => parentId === campaign.id && status !== "DELETED",
        ).length;
        const companyId = own.flatMap((ad) => pageOf.get(creativeIdOf(ad)) ?? [])[0] ?? null;
        const said = { shown, companyId, expression };
        return [flightOf(adSet, campaign, account, said, Math.max(1, sharing))];
      });
    },
  };
}

async function listAdSets(
  objects: AdObjectStore,
  { accountId, campaignIds, adSetIds }: FlightFilter,
): Promise<readonly AdObject[]> {
  return objects.list({
    kind: "adset",
    ...(accountId !== undefined && { accountIds: [accountId] }),
    ...(campaignIds && { parentIds: campaignIds }),
    ...(adSetIds && { ids: adSetIds }),
  });
}

async function byId(
  objects: AdObjectStore,
  ids: readonly number[],
): Promise<ReadonlyMap<number, AdObject>> {
  const found = await objects.getMany([...new Set(ids)]);
  return new Map(found.map((object) => [object.id, object]));
}

function flightOf(
  adSet: AdObject,
  campaign: AdObject,
  account: AdAccount,
  {
    shown,
    companyId,
    expression,
  }: { readonly shown: Flight["ads"] } & Pick<Flight, "companyId" | "expression">,
  sharing: number,
): Flight {
  const { start_time: start, end_time: end } = dates.parse(adSet.data);
  const above = dates.parse(campaign.data);
  const endsAt = end ?? above.stop_time;
  const [cap] = caps.parse(adSet.data).frequency_control_specs ?? [];
  const { name: _name, ...money } = account;
  return {
    adSetId: adSet.id,
    campaignId: campaign.id,
    account: money,
    expression,
    objective: String(campaign.data.objective),
    budget: budgetOf(adSet, campaign, sharing),
    startsAt: new Date(start ?? adSet.createdTime),
    endsAt: endsAt === undefined ? null : new Date(endsAt),
    maxFrequency: cap ? { times: cap.max_frequency, days: cap.interval_days } : null,
    live: unite(shown.flatMap(({ live }) => live)),
    ads: shown,
    companyId,
  };
}

/** A campaign's budget is shared equally by its ad sets. */
function budgetOf(adSet: AdObject, campaign: AdObject, sharing: number): Flight["budget"] {
  const own = money.parse(adSet.data);
  const shared = money.parse(campaign.data);
  if (own.daily_budget !== undefined) return { kind: "daily", minor: own.daily_budget };
  if (own.lifetime_budget !== undefined) return { kind: "lifetime", minor: own.lifetime_budget };
  if (shared.lifetime_budget !== undefined) {
    return { kind: "lifetime", minor: Math.floor(shared.lifetime_budget / sharing) };
  }
  return { kind: "daily", minor: Math.floor((shared.daily_budget ?? 0) / sharing) };
}
