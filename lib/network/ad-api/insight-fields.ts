import { pageParams } from "./common-params";
import { breakdownNames } from "./insight-breakdowns";
import { datePresets } from "./insight-range";
import { levels } from "./insights-of";
import type { Described, ParamSpec } from "./node-type";

const noWindows = "Taken, changes nothing.";
const noAttribution =
  "There are no attribution windows: what a click led to counts on the day of the click.";

/** What a call for insights takes, for its answer at once and for a report that is made meanwhile. */
export const insightParams: Readonly<Record<string, ParamSpec>> = {
  ...pageParams,
  level: { type: "text", about: "What a row stands for.", values: levels },
  time_range: { type: "object", about: "since and until, days in the account's zone." },
  time_ranges: { type: "list of objects", about: "Several of them, one row each; 30 at most." },
  date_preset: {
    type: "text",
    about: "A range by name; last_30d without any.",
    values: datePresets,
  },
  time_increment: { type: "text", about: "Days a row, 1 to 90, or monthly, or all_days." },
  filtering: {
    type: "list of objects",
    about:
      "`{field, operator, value}`: fields of campaign., adset. or ad., or numbers of the rows. All must hold.",
    differs: "A number that is not shown passes no filter.",
  },
  breakdowns: {
    type: "list of text",
    about: "One row a value; of several only age and gender go together.",
    values: breakdownNames,
    differs: "Rows of fewer than 1,000 people stay whole.",
  },
  sort: { type: "list of text", about: "A field with _ascending or _descending." },
  default_summary: { type: "flag", about: "Also a summary, with the same fields." },
  summary: {
    type: "list of fields",
    about: "Also a summary, with these fields; its reach is that of a union.",
    differs: "Filters on numbers of rows leave it as it is.",
  },
  action_breakdowns: {
    type: "list of text",
    about: "Actions are always by type.",
    values: ["action_type"],
  },
  action_attribution_windows: { type: "list of text", about: noWindows, differs: noAttribution },
  action_report_time: { type: "text", about: noWindows, differs: noAttribution },
  use_account_attribution_setting: { type: "flag", about: noWindows, differs: noAttribution },
  use_unified_attribution_setting: { type: "flag", about: noWindows, differs: noAttribution },
  nod_settled_only: { type: "flag", about: "Without the open day's projection." },
};

const released = "Released: noisy and rounded; left out below 1,000 people.";
const few = "Left out below 1,000 people reached.";

export const insightFields: Readonly<Record<string, Described>> = {
  account_id: { type: "id", about: "The account." },
  account_name: { type: "text", about: "Its name." },
  account_currency: { type: "text", about: "Its currency." },
  campaign_id: { type: "id", about: "The campaign, from that level down." },
  campaign_name: { type: "text", about: "Its name." },
  adset_id: { type: "id", about: "The ad set, from that level down." },
  adset_name: { type: "text", about: "Its name." },
  ad_id: { type: "id", about: "The ad, on that level." },
  ad_name: { type: "text", about: "Its name." },
  objective: { type: "text", about: "The campaign's, from that level down." },
  date_start: { type: "day", about: "The row's first day." },
  date_stop: { type: "day", about: "The row's last day." },
  impressions: { type: "number as text", about: "How often ads were shown." },
  spend: { type: "number as text", about: "In the account's currency." },
  reach: { type: "number as text", about: "People who saw an ad.", differs: released },
  frequency: { type: "number as text", about: "Impressions a person.", differs: released },
  clicks: { type: "number as text", about: "Clicks.", differs: few },
  inline_link_clicks: {
    type: "number as text",
    about: "The same: all are on links.",
    differs: few,
  },
  ctr: { type: "number as text", about: "Clicks a hundred impressions.", differs: few },
  cpc: { type: "number as text", about: "Spend a click.", differs: few },
  cpm: { type: "number as text", about: "Spend a thousand impressions." },
  cpp: { type: "number as text", about: "Spend a thousand people.", differs: released },
  actions: {
    type: "list of objects",
    about: "Clicks and conversions by action_type.",
    differs: `${few} Conversions come with the day's close.`,
  },
  cost_per_action_type: {
    type: "list of objects",
    about: "Spend an action, by action_type.",
    differs: few,
  },
  nod_reach: { type: "object", about: "reach as a range." },
  nod_cumulative_reach: { type: "object", about: "From the range's first day to the row's last." },
  nod_projected: { type: "flag", about: "The open day: a projection." },
  nod_reach_basis: {
    type: "text",
    about: "released, or why reach is a projection: open_day, not_opened, budget_spent.",
  },
  nod_cumulative_basis: { type: "text", about: "The same of nod_cumulative_reach." },
  nod_share: { type: "number as text", about: "The part's share of its row's reach, 0 to 1." },
  nod_modelled: {
    type: "flag",
    about: "The part was not counted but computed from released numbers: placements, frequencies.",
  },
  nod_click_assumption: {
    type: "object",
    about: "What the simulation assumes of people who already work with the company.",
  },
};
