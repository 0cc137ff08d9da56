import type { DetailedInsight, InsightsAsk } from "@/lib/network/delivery/delivery";
import { passesFilter } from "./filtering";
import type { InsightAsk } from "./insight-ask";
import { type ColumnSource, insightColumns, partColumns } from "./insight-columns";
import type { DayRange } from "./insight-range";
import type { Scope } from "./scope";
import type { AdAccount } from "./store";

/** A row as it is answered, and the name by which paging finds it again. */
export interface TableRow {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What it is sorted by. */
  readonly by: readonly unknown[];
}

/** One question to delivery: a range of what was asked, for some of its campaigns. */
export interface Slice {
  readonly range: DayRange;
  readonly campaignIds?: readonly number[];
}

/** The rows of one slice that pass the filters, in the order of days. */
export async function tableOf(
  scope: Scope,
  account: AdAccount,
  ask: InsightAsk,
  { range, campaignIds }: Slice,
): Promise<readonly TableRow[]> {
  const { filters, split, level } = ask;
  const within = filters.of.campaignIds;
  const campaigns =
    campaignIds && within ? campaignIds.filter((id) => within.includes(id)) : campaignIds;
  const rows = await scope.deps.delivery.insights({
    ...deliveryAsk(account, ask),
    ...filters.of,
    ...(campaigns && { campaignIds: campaigns }),
    ...range,
    level,
    increment: ask.increment,
    withoutCumulative: !ask.fields.some((name) => name.startsWith("nod_cumulative_")),
    ...(split && { breakdown: split.breakdown }),
  });
  const own = filters.adIds;
  const shown = own ? rows.filter(({ adId }) => adId !== null && own.includes(adId)) : rows;
  const source = await sourceOf(scope, account, ask, shown);
  return shown
    .filter((row) =>
      filters.rows.every((filter) => {
        const value = valueIn(row, filter.field, source);
        return value !== undefined && passesFilter(value, filter);
      }),
    )
    .map((row) => ({
      key: keyOf(row),
      data: dataOf(row, ask.fields, source, ask),
      by: ask.sort.map(({ field }) => valueIn(row, field, source)),
    }));
}

/** One row for everything that the table counts: its reach is that of a union, never the sum of the rows. */
export async function summaryOf(
  scope: Scope,
  account: AdAccount,
  ask: InsightAsk,
  fields: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const since = ask.ranges.reduce((least, one) => (one.since < least ? one.since : least), "9999");
  const until = ask.ranges.reduce((most, one) => (one.until > most ? one.until : most), "");
  const rows = await scope.deps.delivery.insights({
    ...deliveryAsk(account, ask),
    ...ask.filters.of,
    ...{ since, until, level: "account", increment: "all" },
  });
  const [row] = rows;
  const none = { ...ask, split: null };
  if (!row) return { date_start: since, date_stop: until };
  const source = await sourceOf(scope, account, none, [row]);
  return dataOf(row, [...new Set([...fields, "date_start", "date_stop"])], source, none);
}

const deliveryAsk = (
  account: AdAccount,
  { settledOnly }: InsightAsk,
): Pick<InsightsAsk, "account" | "accountId" | "settledOnly"> => ({
  account,
  accountId: account.id,
  settledOnly,
});

async function sourceOf(
  { shelf }: Scope,
  account: AdAccount,
  { split }: Pick<InsightAsk, "split">,
  rows: readonly DetailedInsight[],
): Promise<ColumnSource> {
  const ids = new Set(rows.flatMap(({ campaignId, adSetId, adId }) => [campaignId, adSetId, adId]));
  const named = [...ids].flatMap((id) => id ?? []);
  await shelf.fetch(named);
  const found = await Promise.all(named.map((id) => shelf.get(id)));
  const objects = new Map(
    found.flatMap((object) => (object ? [[object.id, object] as const] : [])),
  );
  return { account, object: (id) => objects.get(id ?? 0), parts: split?.names ?? [] };
}

function dataOf(
  row: DetailedInsight,
  fields: readonly string[],
  source: ColumnSource,
  { split }: Pick<InsightAsk, "split">,
): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  for (const name of fields) {
    const value = insightColumns[name]?.(row, source);
    if (value !== undefined && value !== null) data[name] = value;
  }
  return split ? { ...data, ...partColumns(row, source) } : data;
}

const valueIn = (row: DetailedInsight, field: string, source: ColumnSource): unknown =>
  Object.hasOwn(insightColumns, field)
    ? insightColumns[field]?.(row, source)
    : partColumns(row, source)[field];

const keyOf = ({ campaignId, adSetId, adId, since, until, part }: DetailedInsight): string =>
  [campaignId, adSetId, adId, since, until, ...(part?.values ?? [])].join("/");
