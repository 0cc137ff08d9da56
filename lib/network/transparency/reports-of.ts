import { addDays, dayNumber } from "@/lib/network/delivery/calendar";
import type { ReportedAs } from "./published-ad";

/** On which days an ad set delivered, ascending, YYYY-MM-DD. */
export interface DeliveredDays {
  readonly adSetId: number;
  readonly campaignId: number;
  readonly days: readonly string[];
}

/** Weeks begin on Monday. */
const weekOf = (day: string): number => Math.floor((dayNumber(day) + 3) / 7);

/**
 * Reports that may tell how many people an ad set reached since it began, in the order in which they are to be looked for. Only those that
 * end with a whole week: a number that grew every day would tell more than the one that an ad needs.
 */
export function reportsOf(
  own: DeliveredDays,
  campaign: readonly DeliveredDays[],
  today: string,
): readonly ReportedAs[] {
  const alone = cumulative([own], today);
  const known = new Set(alone.map(({ until }) => until));
  const whole = campaign.length > 1 ? cumulative(campaign, today) : [];
  return [
    ...alone,
    ...whole.filter(({ until, adSetIds }) => adSetIds.length > 1 || !known.has(until)),
  ];
}

/** From the first day to the last one of each closed week, the newest first, by the ad sets that had delivered until then. */
function cumulative(all: readonly DeliveredDays[], today: string): readonly ReportedAs[] {
  const days = [...new Set(all.flatMap((one) => one.days))].sort();
  const since = days[0];
  if (since === undefined) return [];
  const ends = days.filter((day, index) => {
    const next = days[index + 1];
    const isLastOfWeek = next === undefined || weekOf(next) !== weekOf(day);
    return isLastOfWeek && weekOf(day) < weekOf(today);
  });
  return ends.reverse().map((until) => ({
    since,
    until,
    adSetIds: all
      .filter((one) => (one.days[0] ?? addDays(until, 1)) <= until)
      .map(({ adSetId }) => adSetId),
  }));
}
