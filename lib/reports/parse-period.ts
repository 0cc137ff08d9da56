import { ok, type Result, refuse } from "@/lib/result";
import { daysIn } from "./period";
import type { ReadRefusal } from "./refusals";
import { type Period, period } from "./report";

const mostDays = 366;

/** A period somebody asked for, or a sentence beside the field that is wrong. */
export function parsePeriod(input: {
  readonly since: string;
  readonly until: string;
}): Result<Period, ReadRefusal> {
  const parsed = period.safeParse({ since: input.since, until: input.until });
  const wrong = (field: "since" | "until", sentence: string) =>
    refuse("invalid", sentence, { [field]: sentence });
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0] === "until" ? "until" : "since";
    return wrong(field, "Use a date, such as 2026-09-01.");
  }
  const { since, until } = parsed.data;
  if (since > until) return wrong("until", "The last day is before the first one.");
  if (daysIn(parsed.data) > mostDays) return wrong("since", "Choose at most a year.");
  return ok({ since, until });
}
