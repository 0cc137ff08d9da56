import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { type DraftPlan, type Plan, plan } from "./campaign";
import { daysBetween, isDay } from "./days";
import { leastDailyMinor, plannedDailyMinor } from "./money";

export interface PlanRefusal {
  readonly code: "invalid";
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The longest flight, in days. */
const longestFlightDays = 366;

const lastDay = (start: string, end: string): string | null => {
  if (end < start) return "The last day is before the first one.";
  if (daysBetween(start, end) >= longestFlightDays) return "A campaign runs for at most a year.";
  return null;
};

/**
 * A draft as a plan that can be launched, or a sentence for every field that stands in the way. Checked in the
 * account's days: `today` is the network's. Fields are named as in the form: "budget", "startDay", "link" ...
 */
export function parsePlan(
  draft: DraftPlan,
  client: Pick<Client, "companies" | "minorUnits">,
  today: string,
): Result<Plan, PlanRefusal> {
  const fields: Record<string, string> = {};
  const blame = (field: string, sentence: string | null) => {
    if (sentence && !(field in fields)) fields[field] = sentence;
  };
  const parsed = plan.safeParse(draft);
  for (const issue of parsed.error?.issues ?? []) blame(String(issue.path[0]), issue.message);

  const { startDay = "", endDay = "", companyId, budget } = draft;
  const daysKnown = isDay(startDay) && isDay(endDay);
  if (isDay(startDay) && startDay < today) blame("startDay", "The first day is in the past.");
  if (daysKnown) blame("endDay", lastDay(startDay, endDay));
  if (companyId && !client.companies.some(({ id }) => id === companyId)) {
    blame("companyId", "This client neither owns this company nor may use it.");
  }
  if (budget?.minor && daysKnown && endDay >= startDay) {
    const daily = plannedDailyMinor({
      budget: { kind: budget.kind, minor: budget.minor },
      startDay,
      endDay,
    });
    if (daily < leastDailyMinor(client))
      blame("budget", "The budget is less than one unit of money a day.");
  }
  if (parsed.success && Object.keys(fields).length === 0) return ok(parsed.data);
  const count = Object.keys(fields).length;
  const message =
    count === 1 ? "One thing stands in the way." : `${count} things stand in the way.`;
  return { ok: false, error: { ...refuse("invalid", message).error, fields } };
}
