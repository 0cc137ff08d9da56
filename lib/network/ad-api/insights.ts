import { ok } from "@/lib/result";
import { readInsightAsk } from "./insight-ask";
import { summaryOf, type TableRow, tableOf } from "./insight-table";
import type { InsightsOf } from "./insights-of";
import { pageOf } from "./paging";
import type { Answer, EdgeCall, Scope } from "./scope";
import { sortRows } from "./sort-rows";
import type { AdAccount } from "./store";

/** Insights of an account, a campaign, an ad set or an ad: released reach, settled days, the open day as a projection. */
export async function readInsights(
  scope: Scope,
  account: AdAccount,
  of: InsightsOf,
  edge: EdgeCall,
): Answer {
  const ask = await readInsightAsk(scope, account, of, edge);
  if (!ask.ok) return ask;
  const rows: TableRow[] = [];
  for (const range of ask.value.ranges) {
    rows.push(...(await tableOf(scope, account, ask.value, { range })));
  }
  const page = pageOf(sortRows(rows, ask.value.sort), ({ key }) => key, edge);
  if (!page.ok) return page;
  const { summary } = ask.value;
  return ok({
    data: page.value.items.map(({ data }) => data),
    ...(page.value.paging && { paging: page.value.paging }),
    ...(summary && { summary: await summaryOf(scope, account, ask.value, summary) }),
  });
}
