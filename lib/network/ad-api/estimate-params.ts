import type { Described, ParamSpec } from "./node-type";

/** A targeting under either of the names that Graph gives it. */
export const targetingParams: Readonly<Record<string, ParamSpec>> = {
  targeting_spec: { type: "object", about: "Whom to count; see Targeting." },
  targeting: { type: "object", about: "Another name of targeting_spec." },
};

export const reachEstimateParams: Readonly<Record<string, ParamSpec>> = {
  ...targetingParams,
  nod_precision: {
    type: "text",
    about: "live, as without it; sharp: one step more exact; launch: the same below 5,000.",
    values: ["live", "sharp", "launch"],
  },
};

const released = "Noisy, rounded, and both bounds are 1,000 below that.";

export const reachEstimateFields: Readonly<Record<string, Described>> = {
  users_lower_bound: { type: "integer", about: "People who fit, at least.", differs: released },
  users_upper_bound: { type: "integer", about: "People who fit, at most.", differs: released },
  estimate_ready: { type: "flag", about: "Always true: it is counted when it is asked for." },
  nod_range: { type: "object", about: "shown, lower, upper, step, hidden." },
  nod_verdict: { type: "text", about: "Whether an audience of this size is worth advertising to." },
  nod_of: { type: "object", about: "Everybody in the same places, as a range; null: refused." },
  nod_keeps: { type: "list of objects", about: "What each choice leaves of those before it." },
  nod_cells: { type: "list of objects", about: "By age and gender, country, device, social." },
  nod_messaging_only: { type: "number", about: "The share that is on messaging alone." },
  nod_can_sharpen: { type: "flag", about: "Whether nod_precision=sharp would say more." },
  nod_suggestions: { type: "list of objects", about: "Segments that would add people." },
  nod_budget: { type: "object", about: "What is left of the week's new estimates." },
  nod_parts: {
    type: "object",
    about:
      "Of nod_of, nod_verdict, nod_keeps, nod_cells and nod_messaging_only: the Monday of the oldest week in it (as_of), and why it is null or has gaps (refused: budget_spent, too_complex).",
  },
  nod_change: {
    type: "object",
    about:
      "people (below 0: fewer) since the last answer of an earlier week (since) that was paid for, where it stands out of the noise; else null.",
  },
  nod_consents: {
    type: "object",
    about:
      "Versions of the notice in force (notices: version, since); imported: members brought consents along.",
  },
  nod_as_of: {
    type: "time",
    about: "The Monday of the week whose answer it is: it holds for a week, whoever asked first.",
  },
  nod_notices: { type: "list of text", about: "Rules of restricted segments, and the like." },
};

export const deliveryEstimateParams: Readonly<Record<string, ParamSpec>> = {
  ...targetingParams,
  optimization_goal: { type: "text", about: "What is bought; REACH without it." },
  objective: { type: "text", about: "The campaign's, where it prices the goal." },
};

export const deliveryEstimateFields: Readonly<Record<string, Described>> = {
  estimate_ready: { type: "flag", about: "False when the audience is too small to be shown." },
  estimate_mau_lower_bound: { type: "integer", about: "People, at least.", differs: released },
  estimate_mau_upper_bound: { type: "integer", about: "People, at most.", differs: released },
  daily_outcomes_curve: {
    type: "list of objects",
    about: "spend (minor units), impressions, reach and frequency of a day at growing budgets.",
    differs: "A real curve of twelve points, where Meta may answer one point of zero.",
  },
};

export const knownReachParams: Readonly<Record<string, ParamSpec>> = {
  targeting_specs: {
    type: "list of objects",
    about: "1 to 100 targetings; one that cannot be asked, or never was, is answered with nulls.",
  },
};

export const overlapParams: Readonly<Record<string, ParamSpec>> = {
  campaign_ids: { type: "list of ids", about: "2 to 6 campaigns; or targeting_specs." },
  targeting_specs: {
    type: "list of objects",
    about: "2 to 6 targetings, in place of campaigns: how their audiences overlap.",
  },
  time_range: { type: "object", about: "since and until, days in the account's zone." },
  date_preset: { type: "text", about: "The same by name, such as last_30d." },
};
