import { pageParams } from "./common-params";
import { insightFields } from "./insight-fields";
import type { NodeType } from "./node-type";
import { readable } from "./object-spec";
import { readReport } from "./report-edges";
import { reportRunSpec } from "./specs/report-run-spec";
import type { AdObject } from "./store";

export const reportRunType: NodeType<AdObject> = readable(reportRunSpec, {
  insights: {
    get: {
      about: "The rows of a finished report, as they were when it was made.",
      run: readReport,
      params: pageParams,
      fields: insightFields,
      differs: "The fields are those that the report was asked for with.",
    },
  },
});
