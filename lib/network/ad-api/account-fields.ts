import { leastDailyMinor } from "./minimum-budget";
import type { NodeField } from "./node-type";
import type { AdAccount } from "./store";
import { formatTime } from "./zone-time";

/** What can be read of an ad account. */
export const accountFields: Readonly<Record<string, NodeField<AdAccount>>> = {
  id: { type: "id", about: "act_ and its digits.", read: ({ id }) => `act_${id}` },
  account_id: { type: "id", about: "The digits alone.", read: ({ id }) => id },
  name: { type: "text", about: "Its name.", read: ({ name }) => name },
  account_status: { type: "integer", about: "1: active. There is no other.", read: () => 1 },
  currency: { type: "text", about: "ISO 4217.", read: ({ currency }) => currency },
  timezone_name: {
    type: "text",
    about: "The zone of its days and times.",
    read: ({ timeZone }) => timeZone,
  },
  timezone_offset_hours_utc: {
    type: "number",
    about: "Hours ahead of UTC, now.",
    read: ({ timeZone }, _account, { now }) => offsetHours(now, timeZone),
  },
  min_daily_budget: {
    type: "integer",
    about: "The least daily budget, in minor units.",
    read: ({ currency, minorUnits }) => leastDailyMinor(currency, minorUnits),
  },
  nod_minor_units: {
    type: "integer",
    about: "Minor units in one of the currency: 100, or 1.",
    read: ({ minorUnits }) => minorUnits,
  },
};

function offsetHours(now: Date, timeZone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d)(\d\d)$/.exec(formatTime(now, timeZone)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}
