import { z } from "zod/mini";
import { addDays } from "@/lib/network/delivery/calendar";
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

const presets: Readonly<Record<string, (today: string) => DayRange>> = {
  today: (today) => ({ since: today, until: today }),
  yesterday: (today) => ({ since: addDays(today, -1), until: addDays(today, -1) }),
  last_3d: (today) => ({ since: addDays(today, -3), until: addDays(today, -1) }),
  last_7d: (today) => ({ since: addDays(today, -7), until: addDays(today, -1) }),
  last_14d: (today) => ({ since: addDays(today, -14), until: addDays(today, -1) }),
  last_28d: (today) => ({ since: addDays(today, -28), until: addDays(today, -1) }),
  last_30d: (today) => ({ since: addDays(today, -30), until: addDays(today, -1) }),
  last_90d: (today) => ({ since: addDays(today, -90), until: addDays(today, -1) }),
  this_month: (today) => ({ since: `${today.slice(0, 8)}01`, until: today }),
  last_month: (today) => {
    const until = addDays(`${today.slice(0, 8)}01`, -1);
    return { since: `${until.slice(0, 8)}01`, until };
  },
  maximum: (today) => ({ since: addDays(today, -37 * 31), until: today }),
};

/** The asked days: `time_range`, else `date_preset`, else the last 30 closed days. At most 37 months. */
export function readRange(params: Params, today: string): Result<DayRange, Fault> {
  if (params.time_range !== undefined) return readTimeRange(params.time_range);
  const name = textParam(params, "date_preset") ?? "last_30d";
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (!preset) {
    return wrong(["date_preset"], `date_preset must be one of ${Object.keys(presets).join(", ")}.`);
  }
  return ok(preset(today));
}

function readTimeRange(raw: unknown): Result<DayRange, Fault> {
  const range = checked(schema, decode(raw), "time_range");
  if (!range.ok) return range;
  const { since, until } = range.value;
  for (const [name, day] of Object.entries(range.value)) {
    if (!isDay(day))
      return wrong(["time_range", name], `${name} must be a day such as 2026-03-01.`);
  }
  if (since > until) return wrong(["time_range", "until"], "until must not be before since.");
  if (addDays(since, 37 * 31) < until) {
    return wrong(["time_range", "since"], "A range can be at most 37 months long.");
  }
  return range;
}
