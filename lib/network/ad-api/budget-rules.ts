import { ok } from "@/lib/result";
import { wrong } from "./fault";
import { leastDailyMinor } from "./minimum-budget";
import type { Draft, Rule } from "./object-spec";

type Data = Draft["data"];
const names = ["daily_budget", "lifetime_budget"] as const;
const dayMs = 86_400_000;

export const hasBudget = (data: Data): boolean =>
  names.some((name) => typeof data[name] === "number");

export const oneBudget: Rule = ({ data }) =>
  names.every((name) => typeof data[name] === "number")
    ? wrong(["lifetime_budget"], "Give a daily or a lifetime budget, not both.")
    : ok(null);

/** A lifetime budget must pay the least daily budget on each of its days. */
export const checkBudgetAmount: Rule = ({ data, account }, { now }) => {
  const least = leastDailyMinor(account.currency, account.minorUnits);
  const name = names.find((one) => typeof data[one] === "number");
  const minor = name && data[name];
  if (!name || typeof minor !== "number") return ok(null);
  const needed = name === "daily_budget" ? least : least * daysOf(data, now);
  if (minor >= needed) return ok(null);
  const digits = Math.round(Math.log10(account.minorUnits));
  const amount = `${account.currency} ${(needed / account.minorUnits).toFixed(digits)}`;
  const per = name === "daily_budget" ? "a day" : "for these dates";
  return wrong([name], `The budget is too low. The least is ${amount} ${per}.`, 1_885_272);
};

function daysOf(data: Data, now: Date): number {
  const start = Date.parse(String(data.start_time ?? "")) || now.getTime();
  const end = Date.parse(String(data.end_time ?? data.stop_time ?? "")) || start;
  return Math.max(1, Math.ceil((end - start) / dayMs));
}

/** The end lies after the start and, when it is written, in the future. */
export const checkTimes =
  (startName: string, endName: string): Rule =>
  ({ data, written }, { now }) => {
    const end = data[endName];
    if (typeof end !== "string") return ok(null);
    const start = data[startName];
    if (typeof start === "string" && end <= start) {
      return wrong([endName], "The end must be later than the start.");
    }
    if (written.has(endName) && Date.parse(end) <= now.getTime()) {
      return wrong([endName], "The end must be in the future.");
    }
    return ok(null);
  };
