/** What begins with nod_ is not Meta's. Why each is there; a test holds this list to the descriptions. */
export const ourOwn: Readonly<Record<string, string>> = {
  // The network's time
  nod_clock: "Time is simulated, so a client must be able to ask what time it is here.",
  // Accounts
  nod_minor_units: "Budgets are in minor units, and not every currency has a hundred of them.",
  // Targeting
  nod_kind:
    "Of a connection: a list and a conversation are different consents. Of a segment: interests and purchase intent are different things to say of people.",
  nod_within_days: "Signals age, and how fresh they must be is the advertiser's choice.",
  nod_min_strength:
    "One message and a hundred are not the same interest; the advertiser chooses how plain it must be.",
  nod_on_social:
    "People on messaging alone are whom this network can reach and others cannot; Meta has no such choice.",
  // Segments
  nod_policy: "Says before an ad set is refused what a segment takes.",
  nod_reason: "Says why, so that nobody has to guess.",
  nod_special_ad_category: "Names the category that lifts the restriction.",
  nod_parent: "A tree can be drawn without asking for what is not there.",
  nod_parent_id: "The path has names; a tree needs ids.",
  nod_size: "Bounds alone do not say whether a number is hidden, nor how it was rounded.",
  // Estimates
  nod_precision: "A sharper number costs more of the week's budget: whoever asks decides.",
  nod_range: "Bounds alone do not say what to show, nor that a number is hidden.",
  nod_verdict:
    "Whether an audience is too small, good or very wide, decided where the noise is known.",
  nod_of: "A share needs a whole, and the whole is a released number of its own.",
  nod_keeps: "Shows which choice costs the most people, where Meta leaves that to trial and error.",
  nod_cells: "Meta says nothing of who fits; parts are released together, so they agree.",
  nod_messaging_only: "The people whom only this network reaches.",
  nod_can_sharpen: "Whether a sharper number would say more, before it is paid for.",
  nod_suggestions: "What to add when an audience is small, from sizes that cost nothing.",
  nod_budget: "Estimates come out of a week's budget, which a client must be able to watch.",
  nod_parts: "Parts are counted in different weeks and can be refused one by one; this says which.",
  nod_change: "Two noisy numbers are not a change; this says when one is.",
  nod_consents: "Which wording people agreed to is part of what an estimate means.",
  nod_as_of: "An answer holds for a week, so it says of which.",
  nod_notices: "Rules that bind whoever uses this audience, told before it is used.",
  nod_overlap:
    "How audiences or campaigns overlap: Meta has it in its own pages and not in its API.",
  nod_known_reach: "A list of audiences can show sizes without spending estimates on looking.",
  // Customer lists and lookalikes
  nod_company: "People stop a company, not an account: a list must say whose customers are on it.",
  nod_match_rate:
    "A count would tell who is in the network; a band of five points tells whether the upload worked.",
  nod_rows: "What the uploader knows, so that too few can be told from too few found.",
  nod_alike: "A lookalike is a question that anybody can read, not a secret formula.",
  nod_operation: "Uploads that add, remove and replace stand in one list here.",
  // Insights
  nod_settled_only:
    "Rows of closed days never change; a client that keeps them can ask for those alone.",
  nod_reach: "Reach is noisy: its bounds belong to it.",
  nod_cumulative_reach:
    "Daily reach cannot be added up; this is the union, which Meta gives for whole ranges only.",
  nod_projected: "Tells a projection of the open day from what was counted.",
  nod_reach_basis: "Where reach was not released, a projection stands in; this says so and why.",
  nod_cumulative_basis: "The same for the union.",
  nod_share: "Below 5,000 people parts have shares and no counts.",
  nod_modelled: "Tells what was computed from released numbers from what was counted.",
  nod_click_assumption: "Clicks are simulated; the assumption behind them stands beside them.",
};
