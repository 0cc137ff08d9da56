import type { FlightFilter } from "@/lib/network/delivery/flight";
import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { applyFilters, type Filter, filtersOf } from "./filtering";
import { breakdownNames } from "./insight-breakdowns";
import { insightColumns } from "./insight-columns";
import type { InsightsOf, Level } from "./insights-of";
import type { Params } from "./params";
import type { Scope } from "./scope";
import type { AdAccount, ObjectKind } from "./store";

/** Filters of insights: which campaigns, ad sets and ads they are of, and which rows are shown. */
export interface InsightFilters {
  readonly of: Pick<FlightFilter, "campaignIds" | "adSetIds">;
  /** Only rows of these ads, on that level; null: of all. */
  readonly adIds: readonly number[] | null;
  readonly rows: readonly Filter[];
}

const kinds = ["campaign", "adset", "ad"] as const;
/** Numbers and names that a row can be held against. */
const notFiltered = new Set(["actions", "cost_per_action_type", "date_start", "date_stop"]);

/**
 * `campaign.name`, `adset.id` and the like narrow what is counted, whatever the level; everything else is held against the finished rows,
 * as they are shown: a reach that is not shown passes no filter.
 */
export async function readInsightFilters(
  scope: Scope,
  account: AdAccount,
  of: InsightsOf,
  level: Level,
  params: Params,
): Promise<Result<InsightFilters, Fault>> {
  const given = filtersOf({ filtering: params.filtering });
  if (!given.ok) return given;
  const rows = given.value.filter(({ field }) => !kindOf(field));
  const strange = rows.find(({ field }) => !isColumn(field));
  if (strange) return noSuchFilter(strange.field);
  const ids = startOf(of);
  for (const filter of given.value) {
    const kind = kindOf(filter.field);
    if (!kind) continue;
    if (kind === "ad" && level !== "ad") {
      return wrong(["filtering"], "Filters on ads need level=ad: a person may have seen several.");
    }
    const found = await idsOf(scope, account, kind, filter);
    if (!found.ok) return found;
    ids[kind] = ids[kind]?.filter((id) => found.value.includes(id)) ?? found.value;
  }
  const { campaign, adset, ad } = ids;
  return ok({
    of: { ...(campaign && { campaignIds: campaign }), ...(adset && { adSetIds: adset }) },
    adIds: ad ?? null,
    rows,
  });
}

const startOf = ({
  campaignIds,
  adSetIds,
  adId,
}: InsightsOf): Partial<Record<ObjectKind, readonly number[]>> => ({
  ...(campaignIds && { campaign: campaignIds }),
  ...(adSetIds && { adset: adSetIds }),
  ...(adId !== undefined && { ad: [adId] }),
});

type Kind = (typeof kinds)[number];

const kindOf = (field: string): Kind | undefined =>
  kinds.find((one) => field.startsWith(`${one}.`));

/** The account's objects of a kind that pass a filter. */
async function idsOf(
  scope: Scope,
  account: AdAccount,
  kind: Kind,
  filter: Filter,
): Promise<Result<readonly number[], Fault>> {
  const objects = await scope.deps.objects.list({ kind, accountIds: [account.id] });
  const passing = await applyFilters(scope, scope.types.object(kind), account, objects, [filter]);
  return passing.ok ? ok(passing.value.map(({ id }) => id)) : passing;
}

const isColumn = (field: string): boolean =>
  breakdownNames.includes(field) ||
  (Object.hasOwn(insightColumns, field) && !field.startsWith("nod_") && !notFiltered.has(field));

const noSuchFilter = (field: string) =>
  wrong(
    ["filtering", field.slice(0, 60)],
    `Insights cannot be filtered by “${field.slice(0, 60)}”: use a field of campaign., adset. or ad., a number of the rows or their breakdown.`,
  );
