import { z } from "zod/mini";
import { addDays, weekday } from "@/lib/network/delivery/calendar";
import { ok, type Result } from "@/lib/result";
import { type Fault, wrong } from "./fault";
import { checked } from "./field-types";
import { decode, type Params, textParam } from "./params";
import { isDay } from "./zone-time";

/** Inclusive days, YYYY-MM-DD in the account's zone. */
export interface DayRange {
  readonly since: string;
  readonly until: string;
}

const schema = z.strictObject({ since: z.string(), until: z.string() });

type Preset = (today: string) => DayRange;

const yesterday = (today: string) => addDays(today, -1);
const lastDays =
  (days: number): Preset =>
  (today) => ({ since: addDays(today, -days), until: yesterday(today) });
/** Days since the week began; 0 is Sunday there. */
const sinceMonday = (today: string) => (weekday(today) + 6) % 7;
const monthStart = (day: string) => `${day.slice(0, 8)}01`;
const yearStart = (day: string) => `${day.slice(0, 5)}01-01`;
function quarterStart(day: string): string {
  const first = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  return `${day.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
}
/** The whole period before the one that begins with a day. */
const before =
  (startOf: (day: string) => string): Preset =>
  (today) => {
    const until = addDays(startOf(today), -1);
    return { since: startOf(until), until };
  };
const sofar =
  (startOf: (day: string) => string): Preset =>
  (today) => ({ since: startOf(today), until: today });
const mostDays = 37 * 31;
const maximum: Preset = (today) => ({ since: addDays(today, -mostDays), until: today });

const presets: Readonly<Record<string, Preset>> = {
  today: (today) => ({ since: today, until: today }),
  yesterday: (today) => ({ since: yesterday(today), until: yesterday(today) }),
  last_3d: lastDays(3),
  last_7d: lastDays(7),
  last_14d: lastDays(14),
  last_28d: lastDays(28),
  last_30d: lastDays(30),
  last_90d: lastDays(90),
  this_week_mon_today: sofar((today) => addDays(today, -sinceMonday(today))),
  this_week_sun_today: sofar((today) => addDays(today, -weekday(today))),
  last_week_mon_sun: (today) => {
    const monday = addDays(today, -sinceMonday(today));
    return { since: addDays(monday, -7), until: addDays(monday, -1) };
  },
  last_week_sun_sat: (today) => {
    const sunday = addDays(today, -weekday(today));
    return { since: addDays(sunday, -7), until: addDays(sunday, -1) };
  },
  this_month: sofar(monthStart),
  last_month: before(monthStart),
  this_quarter: sofar(quarterStart),
  last_quarter: before(quarterStart),
  this_year: sofar(yearStart),
  last_year: before(yearStart),
  maximum,
  data_maximum: maximum,
};

/** The names that `date_preset` takes. */
export const datePresets: readonly string[] = Object.keys(presets);

/** The asked days: `time_range`, else `date_preset`, else the last 30 closed days. At most 37 months. */
export function readRange(params: Params, today: string): Result<DayRange, Fault> {
  if (params.time_range !== undefined) return readTimeRange(params.time_range, "time_range");
  const name = textParam(params, "date_preset") ?? "last_30d";
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (!preset) {
    return wrong(["date_preset"], `date_preset must be one of ${datePresets.join(", ")}.`);
  }
  return ok(preset(today));
}

const mostRanges = 30;

/** `time_ranges`, one row each; null when they are not asked for. */
export function readRanges(params: Params): Result<readonly DayRange[] | null, Fault> {
  const given = decode(params.time_ranges);
  if (given === undefined || given === null || given === "") return ok(null);
  if (!Array.isArray(given) || given.length === 0 || given.length > mostRanges) {
    return wrong(["time_ranges"], `time_ranges must be a list of 1 to ${mostRanges} ranges.`);
  }
  const ranges: DayRange[] = [];
  for (const one of given) {
    const range = readTimeRange(one, "time_ranges");
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  return ok(ranges);
}

function readTimeRange(raw: unknown, field: string): Result<DayRange, Fault> {
  const range = checked(schema, decode(raw), field);
  if (!range.ok) return range;
  const { since, until } = range.value;
  for (const [name, day] of Object.entries(range.value)) {
    if (!isDay(day)) return wrong([field, name], `${name} must be a day such as 2026-03-01.`);
  }
  if (since > until) return wrong([field, "until"], "until must not be before since.");
  if (addDays(since, mostDays) < until) {
    return wrong([field, "since"], "A range can be at most 37 months long.");
  }
  return range;
}
