import { dayOf } from "@/lib/network/delivery/calendar";
import type { Increment } from "@/lib/network/delivery/delivery";
import { ok, type Result } from "@/lib/result";
import { type Fault, noSuchField, wrong } from "./fault";
import { type AskedBreakdown, breakdownNames, readBreakdown } from "./insight-breakdowns";
import { insightColumns } from "./insight-columns";
import { type InsightFilters, readInsightFilters } from "./insight-filters";
import { type DayRange, readRange, readRanges } from "./insight-range";
import { type InsightsOf, type Level, levels } from "./insights-of";
import { decode, listParam, type Params, textParam } from "./params";
import type { EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";

/** What a call for insights asks, checked. */
export interface InsightAsk {
  readonly fields: readonly string[];
  readonly level: Level;
  /** One, or several of which each is asked by itself. */
  readonly ranges: readonly DayRange[];
  readonly increment: Increment;
  readonly split: AskedBreakdown | null;
  readonly filters: InsightFilters;
  readonly sort: readonly SortBy[];
  /** Fields of the summary; null: none. */
  readonly summary: readonly string[] | null;
  readonly settledOnly: boolean;
}

export interface SortBy {
  readonly field: string;
  readonly descending: boolean;
}

const always = ["date_start", "date_stop"];
const usual = ["impressions", "spend", "reach"];
const idsOf: Readonly<Record<Level, readonly string[]>> = {
  account: [],
  campaign: ["campaign_id"],
  adset: ["adset_id", "campaign_id"],
  ad: ["ad_id", "adset_id", "campaign_id"],
};

export async function readInsightAsk(
  scope: Scope,
  account: AdAccount,
  of: InsightsOf,
  edge: EdgeCall,
): Promise<Result<InsightAsk, Fault>> {
  const { params } = edge;
  const level = readLevel(params, of.level);
  if (!level.ok) return level;
  const fields = readFields(edge.asks?.map(({ name }) => name) ?? usual);
  if (!fields.ok) return fields;
  const split = readBreakdown(params);
  if (!split.ok) return split;
  const several = readRanges(params);
  if (!several.ok) return several;
  const range = readRange(params, dayOf(scope.now, account.timeZone));
  if (!range.ok) return range;
  const increment = readIncrement(params);
  if (!increment.ok) return increment;
  const filters = await readInsightFilters(scope, account, of, level.value, params);
  if (!filters.ok) return filters;
  const sort = readSort(params);
  if (!sort.ok) return sort;
  const summary = readSummary(params, fields.value);
  if (!summary.ok) return summary;
  if (summary.value && filters.value.adIds) {
    return wrong(["summary"], "A summary is of whole ad sets: ask for it without naming ads.");
  }
  return ok({
    fields: [...new Set([...fields.value, ...always, ...idsOf[level.value]])],
    level: level.value,
    ranges: several.value ?? [range.value],
    increment: several.value ? "all" : increment.value,
    split: split.value,
    filters: filters.value,
    sort: sort.value,
    summary: summary.value,
    settledOnly: decode(params.nod_settled_only) === true,
  });
}

/** Columns that breakdowns add come by themselves; clients name them all the same. */
function readFields(names: readonly string[]): Result<readonly string[], Fault> {
  const unknown = names.find(
    (name) => !Object.hasOwn(insightColumns, name) && !breakdownNames.includes(name),
  );
  if (unknown !== undefined) return noSuchField(unknown.slice(0, 60), "AdsInsights");
  return ok(names.filter((name) => Object.hasOwn(insightColumns, name)));
}

function readLevel(params: Params, own: Level): Result<Level, Fault> {
  const asked = textParam(params, "level") ?? own;
  const level = levels.find((name) => name === asked);
  if (level && levels.indexOf(level) >= levels.indexOf(own)) return ok(level);
  return wrong(["level"], `level must be one of ${levels.slice(levels.indexOf(own)).join(", ")}.`);
}

function readIncrement(params: Params): Result<Increment, Fault> {
  const value = decode(params.time_increment ?? "all_days");
  if (value === "all_days") return ok("all");
  if (value === "monthly") return ok("monthly");
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 90) {
    return ok(value);
  }
  const message = "time_increment must be all_days, monthly or a number of days, 1 to 90.";
  return wrong(["time_increment"], message);
}

function readSort(params: Params): Result<readonly SortBy[], Fault> {
  const sort: SortBy[] = [];
  for (const text of listParam(params, "sort") ?? []) {
    const [, field = "", direction] = /^(.*)_(ascending|descending)$/.exec(text) ?? [];
    const known = Object.hasOwn(insightColumns, field) || breakdownNames.includes(field);
    if (!known) {
      const message = `sort cannot be “${text.slice(0, 60)}”: name a field with _ascending or _descending, such as reach_descending.`;
      return wrong(["sort"], message);
    }
    sort.push({ field, descending: direction === "descending" });
  }
  return ok(sort);
}

function readSummary(
  params: Params,
  fields: readonly string[],
): Result<readonly string[] | null, Fault> {
  const named = listParam(params, "summary");
  if (named && !(named.length === 1 && named[0] === "true")) return readFields(named);
  return ok(named || decode(params.default_summary) === true ? fields : null);
}
