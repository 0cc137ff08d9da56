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
  range: z.nullable(range),
  /** Share of the step before that this choice keeps, 0-1; null: too few to say, or refused. */
  share: z.nullable(z.number()),
  /** Its size or share was not given, and there was no older one: see nod_parts. */
  refused: z.boolean(),
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

/** Since the last answer of an earlier week that this workspace has paid for. */
export const change = z.object({
  /** About so many people more; below 0, fewer. */
  people: z.number(),
  /** The Monday of that week, ISO 8601. */
  since: z.string(),
});
export type Change = z.infer<typeof change>;

/** Parts of an estimate that ask by themselves, and fall back by themselves when the budget ends on the way. */
export const estimateParts = [
  "nod_of",
  "nod_verdict",
  "nod_keeps",
  "nod_cells",
  "nod_messaging_only",
] as const;
export type EstimatePart = (typeof estimateParts)[number];

const part = z.object({
  /** The Monday of the oldest week whose answers are in it, ISO 8601; null: none are. */
  as_of: z.nullable(z.string()),
  /** Why it is null, or null in places; null: nothing was refused. */
  refused: z.nullable(z.literal(["budget_spent", "too_complex"])),
});

/** A version of the notice under which consents that count here may have been given; says nothing about people. */
const notice = z.object({ version: z.string(), since: z.string() });

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
  /** null: whether it is good or broad was refused with nod_of. */
  nod_verdict: z.nullable(verdict),
  /** The audience without any rule but places: "of 2.1M consenting people in 2 places". null: refused. */
  nod_of: z.nullable(range),
  nod_keeps: z.array(keep),
  /** null: refused. The builder draws no bars of it and does not ask. */
  nod_cells: z.optional(z.nullable(z.array(breakdown))),
  /** Share of the audience that is messaging only, 0-1; null: too few to say, or refused. */
  nod_messaging_only: z.nullable(z.number()),
  /** For each part how old it is and whether it was refused; parts that were not asked for have two nulls. */
  nod_parts: z.record(z.literal([...estimateParts]), part),
  /** What changed since an earlier week, where it stands out of the noise: people opted out, joined, or signals came and expired. */
  nod_change: z.nullable(change),
  /** Segments that would let more people fit, with about how many, from the month's overview; the best of each box first. */
  nod_suggestions: z.array(suggestion),
  nod_budget: budgetLeft,
  /** The Monday of the week whose answer the number is, ISO 8601: an answer holds for a week, whoever asked first. */
  nod_as_of: z.string(),
  nod_notices: z.array(z.string()),
  /** Versions of the notice in force, oldest first; `imported`: members brought consents along, under notices of the operator's. */
  nod_consents: z.object({ notices: z.array(notice), imported: z.boolean() }),
});
export type Panel = z.infer<typeof panel>;
