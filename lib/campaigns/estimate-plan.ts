import type { AdApi, CurvePoint, EstimateOptions } from "@/lib/ad-api/ad-api";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { Panel } from "@/lib/ad-api/panel";
import type { Rules } from "@/lib/audiences/rules";
import { toTargeting } from "@/lib/audiences/to-targeting";
import { ok, type Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";

export interface PlanEstimate {
  readonly panel: Panel;
  readonly curve: readonly CurvePoint[];
}

/** People who fit and what a day's money reaches. One estimator for the preview and for the launch check. */
export async function estimatePlan(
  adApi: AdApi,
  client: Pick<Client, "accountId">,
  rules: Rules,
  options?: EstimateOptions,
): Promise<Result<PlanEstimate, AdApiRefusal>> {
  const targeting = toTargeting(rules);
  const panel = await adApi.reachPanel(client.accountId, targeting, options);
  if (!panel.ok) return panel;
  if (panel.value.nod_range.hidden) return ok({ panel: panel.value, curve: [] });
  const estimate = await adApi.deliveryEstimate(client.accountId, targeting, options);
  if (!estimate.ok) return estimate;
  return ok({ panel: panel.value, curve: estimate.value.curve });
}
