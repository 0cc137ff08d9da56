import { pageParams } from "./common-params";
import type { Described, ParamSpec } from "./node-type";

export const insightParams: Readonly<Record<string, ParamSpec>> = {
  ...pageParams,
  level: { type: "text", about: "What a row stands for: account, campaign or adset." },
  time_range: { type: "object", about: "since and until, days in the account's zone." },
  date_preset: { type: "text", about: "The same by name; last_30d without either." },
  time_increment: { type: "text", about: "Days a row, 1 to 90, or all_days." },
  filtering: { type: "list of objects", about: "campaign.id and adset.id, EQUAL or IN." },
  breakdowns: { type: "list of text", about: "Rows of one value each." },
  nod_settled_only: { type: "flag", about: "Without the open day's projection." },
};

const released = "Released: noisy and rounded; left out below 1,000 people.";
const few = "Left out below 1,000 people reached.";

export const insightFields: Readonly<Record<string, Described>> = {
  account_id: { type: "id", about: "The account." },
  account_currency: { type: "text", about: "Its currency." },
  campaign_id: { type: "id", about: "The campaign, from that level down." },
  adset_id: { type: "id", about: "The ad set, on that level." },
  date_start: { type: "day", about: "The row's first day." },
  date_stop: { type: "day", about: "The row's last day." },
  impressions: { type: "number as text", about: "How often ads were shown." },
  spend: { type: "number as text", about: "In the account's currency." },
  reach: { type: "number as text", about: "People who saw an ad.", differs: released },
  frequency: { type: "number as text", about: "Impressions a person.", differs: released },
  clicks: { type: "number as text", about: "Clicks.", differs: few },
  ctr: { type: "number as text", about: "Clicks a hundred impressions.", differs: few },
  cpc: { type: "number as text", about: "Spend a click.", differs: few },
  cpm: { type: "number as text", about: "Spend a thousand impressions." },
  cpp: { type: "number as text", about: "Spend a thousand people.", differs: released },
  nod_reach: { type: "object", about: "reach as a range." },
  nod_cumulative_reach: { type: "object", about: "From the range's first day to the row's last." },
  nod_projected: { type: "flag", about: "The open day: a projection." },
};
