import { formatRange } from "@/lib/format/people";
import { formatShare } from "@/lib/format/share";
import type { Period, ReportNumbers } from "./report";
import { sayDays, sayMoney, sayPeriod, sayTimes } from "./words";

export interface Told {
  readonly client: string;
  readonly currency: string;
  readonly minorUnits: number;
  readonly period: Period;
  /** The closed part of it. */
  readonly settled: Period | null;
  readonly total: ReportNumbers;
  readonly pace: number | null;
}

/** The answer in one sentence: how many people, how often, for how much, against the plan. */
export function draftHeadline(told: Told): string {
  const { client, total, settled, pace } = told;
  if (!settled) return `No day of ${sayDays(told.period)} has closed yet for ${client}.`;
  if (total.impressions === 0) return `No ads of ${client} ran ${sayPeriod(settled)}.`;
  const spent = sayMoney(total.spendMinor, told);
  const often = total.frequency === null ? "" : ` ${sayTimes(total.frequency)} times each,`;
  const against = pace === null ? "" : `: ${formatShare(pace)} of plan`;
  return `${client} reached ${formatRange(total.reach)} people ${sayPeriod(settled)},${often} for ${spent}${against}.`;
}
