import { dayOf } from "@/lib/network/delivery/calendar";
import type { Insight } from "@/lib/network/delivery/delivery";
import { ok, type Result } from "@/lib/result";
import { type Fault, noSuchField, wrong } from "./fault";
import { filtersOf } from "./filtering";
import { readRange } from "./insight-range";
import { pageOf } from "./paging";
import { decode, type Params, textParam } from "./params";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { wireRange } from "./wire-range";

type Level = "account" | "campaign" | "adset";

/** Whose insights: an account's, or a campaign's or ad set's of it. */
export interface InsightsOf {
  readonly level: Level;
  readonly campaignIds?: readonly number[];
  readonly adSetIds?: readonly number[];
}

type Column = (row: Insight, account: AdAccount) => unknown;

const major = (minor: number, account: AdAccount): string =>
  (minor / account.minorUnits).toFixed(Math.round(Math.log10(account.minorUnits)));

/** undefined leaves the column out: too few people to say. */
const columns: Readonly<Record<string, Column>> = {
  account_id: (_row, account) => account.id,
  account_currency: (_row, account) => account.currency,
  campaign_id: ({ campaignId }) => campaignId?.toString(),
  adset_id: ({ adSetId }) => adSetId?.toString(),
  date_start: ({ since }) => since,
  date_stop: ({ until }) => until,
  impressions: ({ impressions }) => String(impressions),
  spend: ({ spendMinor }, account) => major(spendMinor, account),
  reach: ({ reach }) => (reach.hidden ? undefined : String(reach.shown)),
  frequency: ({ impressions, reach }) => ratio(impressions, people(reach)),
  clicks: ({ clicks }) => clicks?.toString(),
  ctr: ({ clicks, impressions }) =>
    clicks === null ? undefined : ratio(100 * clicks, impressions),
  cpc: ({ clicks, spendMinor }, account) =>
    clicks === null ? undefined : ratio(spendMinor / account.minorUnits, clicks),
  cpm: ({ spendMinor, impressions }, account) =>
    ratio((1000 * spendMinor) / account.minorUnits, impressions),
  cpp: ({ spendMinor, reach }, account) =>
    ratio((1000 * spendMinor) / account.minorUnits, people(reach)),
  nod_reach: ({ reach }) => wireRange(reach),
  nod_cumulative_reach: ({ cumulativeReach }) => wireRange(cumulativeReach),
  nod_projected: ({ projected }) => projected,
};

const people = (reach: Insight["reach"]): number => (reach.hidden ? 0 : reach.shown);
const ratio = (above: number, below: number): string | undefined =>
  below > 0 ? (above / below).toFixed(6) : undefined;

const always = ["date_start", "date_stop"];

/** Insights of an account, a campaign or an ad set: released reach, settled days, the open day as a projection. */
export async function readInsights(
  scope: Scope,
  account: AdAccount,
  of: InsightsOf,
  edge: EdgeCall,
): Answer {
  const asked = (edge.asks?.map(({ name }) => name) ?? ["impressions", "spend", "reach"]).concat(
    always,
  );
  const unknown = asked.find((name) => !Object.hasOwn(columns, name));
  if (unknown) return noSuchField(unknown, "AdsInsights");
  if (textParam(edge.params, "breakdowns")) {
    return wrong(["breakdowns"], "This network does not break insights down.");
  }
  const range = readRange(edge.params, dayOf(scope.now, account.timeZone));
  if (!range.ok) return range;
  const level = readLevel(edge.params, of.level);
  if (!level.ok) return level;
  const increment = readIncrement(edge.params);
  if (!increment.ok) return increment;
  const ids = readIds(edge.params, of);
  if (!ids.ok) return ids;
  const rows = await scope.deps.delivery.insights({
    account,
    accountId: account.id,
    ...ids.value,
    level: level.value,
    ...range.value,
    increment: increment.value,
    settledOnly: decode(edge.params.nod_settled_only) === true,
  });
  const page = pageOf(
    rows,
    ({ campaignId, adSetId, since }) => `${campaignId}/${adSetId}/${since}`,
    edge,
  );
  if (!page.ok) return page;
  const data = page.value.items.map((row) => {
    const answer: Record<string, unknown> = {};
    for (const name of [...asked, ...idsOf(level.value)]) {
      const value = columns[name]?.(row, account);
      if (value !== undefined) answer[name] = value;
    }
    return answer;
  });
  return ok({ data, ...(page.value.paging && { paging: page.value.paging }) });
}

const idsOf = (level: Level): readonly string[] => {
  if (level === "adset") return ["adset_id", "campaign_id"];
  return level === "campaign" ? ["campaign_id"] : [];
};

const levels: readonly Level[] = ["account", "campaign", "adset"];

function readLevel(params: Params, own: Level): Result<Level, Fault> {
  const asked = textParam(params, "level") ?? own;
  const level = levels.find((name) => name === asked);
  if (level && levels.indexOf(level) >= levels.indexOf(own)) return ok(level);
  if (asked === "ad") {
    return wrong(
      ["level"],
      "People are counted per ad set: level can be account, campaign or adset.",
    );
  }
  return wrong(["level"], `level must be one of ${levels.slice(levels.indexOf(own)).join(", ")}.`);
}

function readIncrement(params: Params): Result<number | "all", Fault> {
  const value = decode(params.time_increment ?? "all_days");
  if (value === "all_days") return ok("all");
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 90) {
    return ok(value);
  }
  return wrong(["time_increment"], "time_increment must be all_days or a number of days, 1 to 90.");
}

/** `filtering` by campaign.id or adset.id narrows to those, within what is asked of. */
function readIds(
  params: Params,
  of: InsightsOf,
): Result<Pick<InsightsOf, "campaignIds" | "adSetIds">, Fault> {
  const filters = filtersOf(params);
  if (!filters.ok) return filters;
  let { campaignIds, adSetIds } = of;
  for (const { field, operator, value } of filters.value) {
    if (operator !== "IN" && operator !== "EQUAL") {
      return wrong(["filtering"], "Insights can be filtered with IN and EQUAL.");
    }
    const ids = (Array.isArray(value) ? value : [value]).map(Number).filter(Number.isSafeInteger);
    const within = (own: readonly number[] | undefined) =>
      own ? own.filter((id) => ids.includes(id)) : ids;
    if (field === "campaign.id") campaignIds = within(campaignIds);
    else if (field === "adset.id") adSetIds = within(adSetIds);
    else return wrong(["filtering"], "Insights can be filtered by campaign.id and adset.id.");
  }
  return ok({ ...(campaignIds && { campaignIds }), ...(adSetIds && { adSetIds }) });
}
