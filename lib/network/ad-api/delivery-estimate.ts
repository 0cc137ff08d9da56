import { objectives } from "@/lib/ad-api/objects";
import { ok } from "@/lib/result";
import { deliveryEstimateFields } from "./estimate-params";
import { noSuchField, wrong } from "./fault";
import { own } from "./node-type";
import { textParam } from "./params";
import { readTargeting, releaseFault } from "./reach-estimate";
import type { Answer, EdgeCall, Scope } from "./scope";
import type { AdAccount } from "./store";
import { toExpression } from "./targeting-expression";

/** What a goal is bought as; a goal that is not listed is priced as awareness. */
const objectiveOf: Readonly<Record<string, (typeof objectives)[number]>> = {
  LINK_CLICKS: "OUTCOME_TRAFFIC",
  LANDING_PAGE_VIEWS: "OUTCOME_TRAFFIC",
  POST_ENGAGEMENT: "OUTCOME_ENGAGEMENT",
  CONVERSATIONS: "OUTCOME_ENGAGEMENT",
  LEAD_GENERATION: "OUTCOME_LEADS",
  APP_INSTALLS: "OUTCOME_APP_PROMOTION",
  OFFSITE_CONVERSIONS: "OUTCOME_SALES",
};

/** `GET /act_n/delivery_estimate`: a day's spend (minor units), impressions, reach and frequency at growing budgets. */
export async function deliveryEstimate(
  scope: Scope,
  _node: AdAccount,
  account: AdAccount,
  edge: EdgeCall,
): Answer {
  const { release, delivery } = scope.deps;
  const asked = edge.asks?.map(({ name }) => name) ?? Object.keys(deliveryEstimateFields);
  const unknown = asked.find((name) => !own(deliveryEstimateFields, name));
  if (unknown) return noSuchField(unknown, "AdAccountDeliveryEstimate");
  const read = await readTargeting(scope, account, edge);
  if (!read.ok) return read;
  const { targeting, audiences } = read.value;
  const goal = textParam(edge.params, "optimization_goal") ?? "REACH";
  const objective = textParam(edge.params, "objective") ?? objectiveOf[goal] ?? "OUTCOME_AWARENESS";
  if (!objectives.some((known) => known === objective)) {
    return wrong(["objective"], `objective must be one of ${objectives.join(", ")}.`);
  }
  const expression = toExpression(targeting, audiences);
  const count = await release.count(scope.caller, expression);
  if (!count.ok) return releaseFault(count.error, targeting);
  const curve = await delivery.forecast(scope.caller, account, expression, objective);
  const whole: Readonly<Record<string, unknown>> = {
    estimate_ready: curve !== null,
    estimate_mau_lower_bound: count.value.hidden ? count.value.upper : count.value.lower,
    estimate_mau_upper_bound: count.value.upper,
    daily_outcomes_curve: (curve ?? []).map(({ spendMinor, impressions, reach }) => ({
      spend: spendMinor,
      impressions,
      reach,
      frequency: reach > 0 ? Math.round((10_000 * impressions) / reach) / 10_000 : 0,
    })),
  };
  return ok({ data: [Object.fromEntries(asked.map((name) => [name, whole[name]]))] });
}
