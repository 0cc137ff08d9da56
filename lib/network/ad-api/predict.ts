import { z } from "zod/mini";
import { dayOf } from "@/lib/network/delivery/calendar";
import { type PredictedPoint, predictCampaign } from "@/lib/network/delivery/predict-campaign";
import { ok, type Result } from "@/lib/result";
import { tooComplex } from "./check-targeting";
import { budgetSpent, type Fault, wrong } from "./fault";
import type { Draft } from "./object-spec";
import type { Scope } from "./scope";
import { checkWholeTargeting } from "./targeted-audiences";
import { toExpression } from "./targeting-expression";

const point = z.object({
  budget: z.number(),
  reach: z.number(),
  impressions: z.number(),
  shares: z.array(z.number()),
});

/** A prediction as it is kept. */
export const prediction = z.object({
  size: z.object({ lower: z.number(), upper: z.number() }),
  asOf: z.string(),
  point,
  /** Ascending by budget; the last buys all there is. */
  curve: z.array(point),
});
export type Prediction = z.infer<typeof prediction>;

type Data = Draft["data"];

export const stopOf = (data: Data): string | null => {
  const end = data.end_time ?? data.stop_time;
  return typeof end === "string" ? end : null;
};

const dayMs = 86_400_000;
/** The curve's first budget, as a part of its last. */
const smallest = 1 / 200;

/** What a campaign would bring, from the audience's released size; a refusal when that cannot be asked or is too small. */
export async function askPrediction(
  { data, account }: Pick<Draft, "data" | "account">,
  scope: Scope,
): Promise<Result<Prediction, Fault>> {
  const { deps, caller } = scope;
  const checked = await checkWholeTargeting(scope, account, data.target_spec, "target_spec");
  if (!checked.ok) return checked;
  const { targeting, audiences } = checked.value;
  const expression = toExpression(targeting, audiences);
  const size = await deps.release.count(caller, expression);
  if (!size.ok) {
    return size.error.code === "budget_spent"
      ? budgetSpent(size.error.message)
      : tooComplex(size.error, targeting, "target_spec");
  }
  const start = new Date(String(data.start_time));
  const days = Math.round((Date.parse(stopOf(data) ?? "") - start.getTime()) / dayMs);
  const objective = String(data.objective ?? "OUTCOME_AWARENESS");
  const predictor = predictCampaign({
    flight: { account, expression, objective },
    size: size.value,
    days,
    day: dayOf(start, account.timeZone),
    cap: capOf(data, days),
  });
  if (!predictor) {
    return wrong(["target_spec"], "Fewer than 1,000 people fit: too few to predict anything.");
  }
  const wanted =
    data.prediction_mode === 0
      ? predictor.atReach(Number(data.reach))
      : predictor.atBudget(Number(data.budget));
  if (!wanted) {
    return wrong(["reach"], `At most ${predictor.most.reach} people can be reached in that time.`);
  }
  const points = Number(data.num_curve_points ?? 12);
  const curve: PredictedPoint[] = [];
  for (let index = 0; index < points; index += 1) {
    const part = smallest ** (1 - index / (points - 1));
    curve.push(predictor.atBudget(Math.ceil(predictor.most.budgetMinor * part)));
    // With a cap a point is some milliseconds of reckoning: others get their turn in between.
    await deps.pause(0);
  }
  return ok({
    size: { lower: size.value.lower, upper: size.value.upper },
    asOf: size.value.asOf,
    point: kept(wanted),
    curve: curve.map(kept),
  });
}

const kept = ({ budgetMinor, impressions, reach, shares }: PredictedPoint) => ({
  budget: budgetMinor,
  reach,
  impressions,
  shares: shares.map((share) => Math.round(share * 10_000) / 10_000),
});

/** Without an interval the cap holds for the whole campaign. */
function capOf(data: Data, days: number) {
  if (typeof data.frequency_cap !== "number") return null;
  const hours = Number(data.interval_frequency_cap_reset_period ?? days * 24);
  return { times: data.frequency_cap, days: Math.max(1, Math.round(hours / 24)) };
}
