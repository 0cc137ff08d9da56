import type { UseCase } from "./throttle-limits";

const audiencePaths: ReadonlySet<string> = new Set([
  "customaudience",
  "savedaudience",
  "customaudiences",
  "saved_audiences",
  "users",
  "usersreplace",
  "sessions",
  "health",
]);

/** What a call counts as: by the kind of object it goes to, and the edge. */
export function countsAs(kind: string | null, edge: string | undefined): UseCase {
  if (edge === "insights" || kind === "report" || kind === "reportrun") return "ads_insights";
  const isAudience = audiencePaths.has(edge ?? "") || audiencePaths.has(kind ?? "");
  return isAudience ? "custom_audience" : "ads_management";
}
