import { insightFields, insightParams } from "./insight-fields";
import { readInsights } from "./insights";
import type { InsightsOf } from "./insights-of";
import { inLeastTime } from "./least-time";
import type { Edge } from "./node-type";

/** The insights of an account, a campaign or an ad set. */
export const insightsEdge = <T>(of: (node: T) => InsightsOf): Edge<T> => ({
  get: {
    about: "Impressions, spend, reach and what follows from them.",
    run: inLeastTime((scope, node, account, edge) => readInsights(scope, account, of(node), edge)),
    params: insightParams,
    fields: insightFields,
  },
});
