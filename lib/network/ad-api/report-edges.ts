import { ok } from "@/lib/result";
import { refused } from "./fault";
import { readInsightAsk } from "./insight-ask";
import type { InsightsOf } from "./insights-of";
import { makeReport } from "./make-report";
import { pageOf } from "./paging";
import { isExpired, runData } from "./report-run";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount, AdObject } from "./store";

/** `POST /.../insights`: checks what is asked, then makes the report in the background. */
export async function startReport(
  scope: Scope,
  account: AdAccount,
  of: InsightsOf,
  edge: EdgeCall,
): Answer {
  const ask = await readInsightAsk(scope, account, of, edge);
  if (!ask.ok) return ask;
  const { deps, now } = scope;
  const { object } = await deps.objects.insertOnce({
    ...{ id: deps.newId(), kind: "reportrun", accountId: account.id, parentId: null },
    ...{ status: "ACTIVE", operationId: null, createdTime: now, updatedTime: now },
    data: { ask: ask.value, async_status: "Job Not Started", async_percent_completion: 0 },
  });
  void makeReport(scope, account, object);
  return ok({ report_run_id: String(object.id) });
}

/** Waiting will not help; this network's own. */
const over = { subcode: 9_100_007 };

/** `GET /<report run>/insights`: the rows of a finished report, as they were when it was made. */
export async function readReport(
  scope: Scope,
  run: AdObject,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const { async_status: state, rows, summary } = runData(run);
  if (isExpired(run, scope.now) || run.status === "DELETED") {
    return refused(2601, "The report is older than 30 days and is gone. Ask for it again.", over);
  }
  if (state === "Job Failed") {
    return refused(2601, "The report failed. Ask for it again.", over);
  }
  if (state !== "Job Completed") {
    void makeReport(scope, account, run);
    return refused(2601, `The report is not ready: ${state}.`, { transient: true });
  }
  const page = pageOf(rows ?? [], ({ key }) => key, edge);
  if (!page.ok) return page;
  return ok({
    data: page.value.items.map(({ data }) => data),
    ...(page.value.paging && { paging: page.value.paging }),
    ...(summary && { summary }),
  });
}
