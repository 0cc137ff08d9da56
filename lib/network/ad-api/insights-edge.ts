import { insightFields, insightParams } from "./insight-fields";
import { readInsights } from "./insights";
import type { InsightsOf } from "./insights-of";
import { inLeastTime } from "./least-time";
import type { Edge } from "./node-type";
import { startReport } from "./report-edges";

/** The insights of an account, a campaign, an ad set or an ad: at once, or as a report made meanwhile. */
export const insightsEdge = <T>(of: (node: T) => InsightsOf): Edge<T> => ({
  get: {
    about: "Impressions, spend, reach and what follows from them.",
    run: inLeastTime((scope, node, account, edge) => readInsights(scope, account, of(node), edge)),
    params: insightParams,
    fields: insightFields,
  },
  post: {
    about: "The same as a report that is made meanwhile: answers report_run_id.",
    run: (scope, node, account, edge) => startReport(scope, account, of(node), edge),
    params: insightParams,
    fields: insightFields,
    differs: "Kept for 30 days of network time; reports are made one after the other.",
  },
});
