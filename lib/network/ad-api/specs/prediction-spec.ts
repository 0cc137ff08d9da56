import { objectives } from "@/lib/ad-api/objects";
import { dayOf } from "@/lib/network/delivery/calendar";
import { ok } from "@/lib/result";
import { missing, wrong } from "../fault";
import { json, money, oneOf, text, time, whole } from "../field-types";
import { checkName } from "../name-rule";
import type { Draft, FieldSpec, ObjectSpec, Rule } from "../object-spec";
import { askPrediction, type Prediction, prediction, stopOf } from "../predict";
import { checkWholeTargeting } from "../targeted-audiences";
import { targetingSchema } from "../targeting-schema";
import { formatTime } from "../zone-time";
import { identityFields } from "./common-fields";

const dayMs = 86_400_000;

const readPrediction = (data: Readonly<Record<string, unknown>>): Prediction =>
  prediction.parse(data.prediction);

/** A number of the prediction, under the name that Meta gives it. */
const outcome = (
  about: string,
  read: (one: Prediction) => unknown,
  answers = "integer",
): FieldSpec => ({ answers, about, read: ({ data }) => read(readPrediction(data)) });

const checkAsk: Rule = ({ data, account }, { now }) => {
  const start = Date.parse(String(data.start_time));
  const end = Date.parse(stopOf(data) ?? "");
  if (!Number.isFinite(end)) return missing("end_time");
  if (end - start < dayMs) return wrong(["end_time"], "A campaign lasts a day at least.");
  if (end - start > 90 * dayMs) return wrong(["end_time"], "A campaign lasts 90 days at most.");
  if (dayOf(new Date(start), account.timeZone) < dayOf(now, account.timeZone)) {
    return wrong(["start_time"], "The start must not be in the past.");
  }
  if (data.prediction_mode === 0) return data.reach === undefined ? missing("reach") : ok(null);
  return data.budget === undefined ? missing("budget") : ok(null);
};

const checkTarget: Rule = ({ data, account }, scope) =>
  checkWholeTargeting(scope, account, data.target_spec, "target_spec");

/** What was predicted for a draft: asked by the rule, kept by `derive`. */
const made = new WeakMap<Draft, Prediction>();

const canBePredicted: Rule = async (draft, scope) => {
  const asked = await askPrediction(draft, scope);
  if (asked.ok) made.set(draft, asked.value);
  return asked;
};

export const predictionSpec: ObjectSpec = {
  kind: "prediction",
  name: "ReachFrequencyPrediction",
  edge: "reachfrequencypredictions",
  fields: {
    ...identityFields,
    name: { type: text(400), about: "Its name.", fixed: true },
    target_spec: {
      type: json(targetingSchema),
      about: "Whom to reach: any mix of interests, relationships and exclusions.",
      differs: "Meta refuses or answers -1 where audiences combine interests and lists.",
      required: true,
      fixed: true,
    },
    start_time: { type: time, about: "When it begins.", required: true, fixed: true },
    end_time: { type: time, about: "When it ends, 1 to 90 days later.", fixed: true },
    stop_time: { type: time, about: "Another name of end_time.", fixed: true },
    prediction_mode: {
      type: whole(0, 1),
      about: "1, as without it: reach for a budget. 0: the budget for a reach.",
      fixed: true,
    },
    budget: { type: money, answers: "integer as text", about: "Minor units in all.", fixed: true },
    reach: { type: whole(1, 10_000_000_000), about: "People to reach, in mode 0.", fixed: true },
    frequency_cap: {
      type: whole(1, 90),
      about: "At most so many impressions a person, in all or in each interval.",
      fixed: true,
    },
    interval_frequency_cap_reset_period: {
      type: whole(24, 2160),
      about: "Hours after which the cap counts anew, in whole days.",
      fixed: true,
    },
    num_curve_points: {
      type: whole(2, 50),
      about: "Points of the curve, 12 without it.",
      fixed: true,
    },
    objective: { type: oneOf(objectives), about: "It prices the auction.", fixed: true },
    status: { answers: "integer", about: "1: it is made.", read: () => 1 },
    prediction_progress: { answers: "integer", about: "100: it is made at once.", read: () => 100 },
    currency: { about: "Of its amounts.", read: (_node, account) => account.currency },
    timezone_name: { about: "Of its times.", read: (_node, account) => account.timeZone },
    time_created: {
      answers: "time",
      about: "When it was made.",
      read: (node, account) => formatTime(node.createdTime, account.timeZone),
    },
    campaign_time_start: {
      answers: "time",
      about: "start_time.",
      read: (node, account) => formatTime(new Date(String(node.data.start_time)), account.timeZone),
    },
    campaign_time_stop: {
      answers: "time",
      about: "end_time.",
      read: (node, account) => formatTime(new Date(stopOf(node.data) ?? ""), account.timeZone),
    },
    audience_size_lower_bound: outcome("People who fit, at least.", (one) => one.size.lower),
    audience_size_upper_bound: outcome("People who fit, at most.", (one) => one.size.upper),
    external_budget: outcome("Minor units for what is predicted.", (one) => one.point.budget),
    external_reach: outcome("People who would see an ad.", (one) => one.point.reach),
    external_impression: outcome("How often in all.", (one) => one.point.impressions),
    external_minimum_budget: outcome("The curve's first budget.", (one) => one.curve[0]?.budget),
    external_minimum_reach: outcome("Its reach.", (one) => one.curve[0]?.reach),
    external_minimum_impression: outcome("Its impressions.", (one) => one.curve[0]?.impressions),
    external_maximum_budget: outcome("What buys all there is.", (one) => one.curve.at(-1)?.budget),
    external_maximum_reach: outcome("Its reach.", (one) => one.curve.at(-1)?.reach),
    external_maximum_impression: outcome(
      "Its impressions.",
      (one) => one.curve.at(-1)?.impressions,
    ),
    curve_budget_reach: outcome(
      "num_points, and by point budget, reach and impression.",
      ({ curve }) => ({
        num_points: curve.length,
        budget: curve.map(({ budget }) => budget),
        reach: curve.map(({ reach }) => reach),
        impression: curve.map(({ impressions }) => impressions),
      }),
      "object",
    ),
    frequency_distribution: outcome(
      "Shares of those reached who see it once, twice, ... ten times or more.",
      ({ point }) => point.shares,
      "list of numbers",
    ),
    frequency_distribution_map: outcome(
      "The same for every point of the curve, by its budget.",
      ({ curve }) => curve.map(({ budget, shares }) => ({ [budget]: shares })),
      "list of objects",
    ),
    nod_as_of: outcome("When the audience was counted.", (one) => one.asOf, "time"),
  },
  rules: [checkName, checkTarget, checkAsk, canBePredicted],
  derive: async (draft) => ({ prediction: made.get(draft) }),
};
