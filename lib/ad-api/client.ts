import { ok, type Result } from "@/lib/result";
import type { AdApi, CallOptions, InsightsQuery } from "./ad-api";
import { createCalls } from "./client-creates";
import { readAll } from "./client-lists";
import { type CustomerListApi, customerListCalls } from "./customer-lists";
import type { AdApiRefusal } from "./error";
import { createTransport, type TransportOptions } from "./transport";
import * as wire from "./wire";

const panelFields = [
  "users_lower_bound",
  "users_upper_bound",
  "estimate_ready",
  "nod_range",
  "nod_verdict",
  "nod_of",
  "nod_keeps",
  "nod_messaging_only",
  "nod_budget",
  "nod_as_of",
  "nod_can_sharpen",
  "nod_suggestions",
  "nod_notices",
  "nod_parts",
  "nod_change",
  "nod_consents",
].join(",");

const objectFields = "id,account_id,name,configured_status,effective_status";
const campaignFields = `${objectFields},issues_info,objective,created_time,updated_time`;
const adSetFields = `${objectFields},campaign_id,targeting,billing_event,optimization_goal,daily_budget,lifetime_budget,start_time,end_time,frequency_control_specs`;
const adFields =
  "id,adset_id,campaign_id,name,creative{id},configured_status,effective_status,ad_review_feedback";
const segmentFields =
  "id,name,path,nod_kind,nod_policy,nod_reason,nod_parent,nod_parent_id,nod_size";
const insightFields =
  "impressions,spend,reach,frequency,clicks,ctr,cpm,nod_reach,nod_cumulative_reach,nod_projected,nod_reach_basis,nod_cumulative_basis";

export type AdApiClient = AdApi & CustomerListApi;

/** The typed client of the ad API: parses every answer, maps refusals, tries transient failures again. */
export function createAdApiClient(options: TransportOptions): AdApiClient {
  const send = createTransport(options);
  const get = <T>(
    path: string,
    params: Readonly<Record<string, unknown>>,
    schema: Parameters<typeof send<T>>[1],
    { signal }: CallOptions = {},
  ) => send({ method: "GET", path, params, signal }, schema);

  return {
    ...createCalls(send),
    ...customerListCalls(send),

    reachPanel: async (accountId, targeting, options) => {
      const precision = options?.precision;
      const params = {
        targeting_spec: targeting,
        fields: panelFields,
        ...(precision && { nod_precision: precision }),
      };
      const answer = await get(`${accountId}/reachestimate`, params, wire.reachEstimate, options);
      return mapped(answer, ({ data }) => data);
    },

    deliveryEstimate: async (accountId, targeting, options) => {
      const params = { targeting_spec: targeting, optimization_goal: "REACH" };
      const path = `${accountId}/delivery_estimate`;
      const answer = await get(path, params, wire.deliveryEstimate, options);
      return mapped(answer, ({ data: [first] }) => ({
        curve: (first?.daily_outcomes_curve ?? []).map(({ spend, impressions, reach }) => ({
          spendMinor: spend,
          impressions,
          reach,
        })),
      }));
    },

    searchSegments: async (q, options) => {
      if (q.trim() === "") return ok([]);
      const params = { type: "adinterest", q, fields: segmentFields, limit: 50 };
      return mapped(await get("search", params, wire.segmentList, options), ({ data }) =>
        data.map(toSegment),
      );
    },

    browseSegments: async (options) => {
      const params = { type: "adTargetingCategory", fields: segmentFields };
      const all = await readAll(params, (page) => get("search", page, wire.segmentList, options));
      return mapped(all, (segments) => segments.map(toSegment));
    },

    searchPlaces: async (q, options) => {
      if (q.trim() === "") return ok([]);
      const params = { type: "adgeolocation", q, limit: 50 };
      return mapped(await get("search", params, wire.placeList, options), ({ data }) => data);
    },

    getCampaign: (id, options) => get(id, { fields: campaignFields }, wire.oneCampaign, options),
    getCreative: (id, options) =>
      get(id, { fields: "id,name,object_story_spec" }, wire.oneCreative, options),

    listCampaigns: (accountId, options) =>
      readAll({ fields: campaignFields }, (page) =>
        get(`${accountId}/campaigns`, page, wire.campaignList, options),
      ),
    listAdSets: (campaignId, options) =>
      readAll({ fields: adSetFields }, (page) =>
        get(`${campaignId}/adsets`, page, wire.adSetList, options),
      ),
    listAds: (campaignId, options) =>
      readAll({ fields: adFields }, (page) => get(`${campaignId}/ads`, page, wire.adList, options)),

    insights: (accountId, query, options) =>
      readAll(insightParams(query), (page) =>
        get(`${accountId}/insights`, page, wire.insightList, options),
      ),

    reachOverlap: async (accountId, campaignIds, since, until, options) => {
      const params = { campaign_ids: campaignIds, time_range: { since, until } };
      const answer = await get(`${accountId}/nod_overlap`, params, wire.overlap, options);
      return mapped(answer, ({ data }) => ({
        total: data.total,
        cells: data.cells.map(({ campaign_ids, range }) => ({ campaignIds: campaign_ids, range })),
      }));
    },

    knownReach: async (accountId, targetings, options) => {
      if (targetings.length === 0) return ok([]);
      const params = { targeting_specs: targetings };
      const answer = await get(`${accountId}/nod_known_reach`, params, wire.knownReach, options);
      return mapped(answer, ({ data }) =>
        data.map(({ nod_range: range, nod_as_of: asOf, nod_change: change }) =>
          range && asOf !== null ? { range, asOf, change } : null,
        ),
      );
    },

    audienceOverlap: async (accountId, targetings, options) => {
      const params = { targeting_specs: targetings };
      const answer = await get(`${accountId}/nod_overlap`, params, wire.audienceOverlap, options);
      return mapped(answer, ({ data: { total, as_of, cells, sizes, order } }) => ({
        total,
        asOf: as_of,
        cells: cells.map(({ specs, range }) => ({ places: specs, range })),
        sizes: sizes.map(({ range }) => range),
        order: order.map(({ specs, adds, reached }) => ({ place: specs[0] ?? 0, adds, reached })),
      }));
    },

    clock: (options) => get("nod_clock", {}, wire.clock, options),
  };
}

const insightParams = ({ since, until, increment, campaignIds, ...query }: InsightsQuery) => ({
  level: query.level,
  fields: insightFields,
  time_range: { since, until },
  time_increment: increment === "all" ? "all_days" : increment,
  ...(campaignIds.length > 0 && {
    filtering: [{ field: "campaign.id", operator: "IN", value: campaignIds }],
  }),
  ...(query.settledOnly && { nod_settled_only: true }),
  ...(query.breakdown && {
    breakdowns: [query.breakdown],
    fields: `${insightFields},nod_share,nod_modelled`,
  }),
});

const toSegment = (one: (typeof wire.segmentList)["_zod"]["output"]["data"][number]) => ({
  id: one.id,
  name: one.name,
  path: one.path,
  kind: one.nod_kind,
  policy: one.nod_policy,
  ...(one.nod_reason !== undefined && { reason: one.nod_reason }),
  parent: one.nod_parent,
  parent_id: one.nod_parent_id,
  size: one.nod_size ?? null,
});

const mapped = <A, B>(
  result: Result<A, AdApiRefusal>,
  change: (value: A) => B,
): Result<B, AdApiRefusal> => (result.ok ? ok(change(result.value)) : result);
