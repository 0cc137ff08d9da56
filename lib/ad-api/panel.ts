import { z } from "zod/mini";

/** A released number of people: what may be shown, and how wide it is. `hidden`: fewer than the floor; then shown, lower and upper are 0, 0 and the floor. */
export const range = z.object({
  shown: z.number(),
  lower: z.number(),
  upper: z.number(),
  step: z.number(),
  hidden: z.boolean(),
});
export type Range = z.infer<typeof range>;

/**
 * too_small: cannot be launched (below the launch gate). narrow: can be launched, delivery will be thin.
 * good: a good size. broad: nearly everyone, the rules say little.
 */
export const verdict = z.literal(["too_small", "narrow", "good", "broad"]);
export type Verdict = z.infer<typeof verdict>;

/** One line of "what each choice keeps", in the order the choices are applied. */
const keep = z.object({
  /** Which choice: places | ages | genders | languages | devices | placements | social | relationship | any | must.0 | must.1 ... | never; choices left open are left out. */
  rule: z.string(),
  /** People left after this choice and all before it. */
  range,
  /** Share of the step before that this choice keeps, 0-1; null: too few to say. */
  share: z.nullable(z.number()),
});
export type Keep = z.infer<typeof keep>;

const cell = z.object({
  value: z.string(),
  people: z.nullable(z.number()),
  share: z.nullable(z.number()),
});

/** One breakdown; parts sum to the shown total. Below 5,000 people are null and only shares are given; when the total is hidden both are null. */
const breakdown = z.object({
  dimension: z.literal(["age_gender", "country", "device", "social"]),
  /** For age_gender the value is "25-34|female". */
  cells: z.array(cell),
});

const suggestion = z.object({
  /** any | must.0 | must.1 ... */
  box: z.string(),
  id: z.string(),
  name: z.string(),
  /** About so many people more. */
  gain: z.number(),
});
export type Suggestion = z.infer<typeof suggestion>;

const budgetLeft = z.object({
  /** Share of the week's new estimates that is left, 0-1. */
  weekLeft: z.number(),
  spent: z.boolean(),
});

/** Everything the reach panel draws, as `reachestimate` answers it under the `nod_` fields. */
export const panel = z.object({
  users_lower_bound: z.number(),
  users_upper_bound: z.number(),
  estimate_ready: z.boolean(),
  nod_range: range,
  /** One step more exact can be asked for (`nod_precision=sharp`): a small audience that was not sharpened yet. */
  nod_can_sharpen: z.boolean(),
  nod_verdict: verdict,
  /** The audience without any rule but places: "of 2.1M consenting people in 2 places". */
  nod_of: range,
  nod_keeps: z.array(keep),
  nod_cells: z.array(breakdown),
  /** Share of the audience that is messaging only, 0-1; null: too few to say. */
  nod_messaging_only: z.nullable(z.number()),
  /** Segments that would let more people fit, with about how many, from the month's overview; the best of each box first. */
  nod_suggestions: z.array(suggestion),
  nod_budget: budgetLeft,
  /** When the number was first released, ISO 8601. */
  nod_as_of: z.string(),
  nod_notices: z.array(z.string()),
});
export type Panel = z.infer<typeof panel>;
