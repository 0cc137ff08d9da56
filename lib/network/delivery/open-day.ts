import type { Release } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { dayOf } from "./calendar";
import type { Flight, SettledDayStore } from "./flight";
import { reachOf } from "./reach-curve";
import { planAfter } from "./settle-flight";

/** What a flight has delivered today so far: planned, not settled. */
export interface OpenDay {
  readonly campaignId: number;
  readonly adSetId: number;
  readonly impressions: number;
  readonly spendMinor: number;
  readonly clicks: number;
  /** The released size of the audience. */
  readonly people: number;
}

/** The open day of each flight that was on today. */
export async function openDays(
  release: Release,
  settled: SettledDayStore,
  flights: readonly Flight[],
  now: Date,
): Promise<readonly OpenDay[]> {
  const days: OpenDay[] = [];
  for (const flight of flights) {
    const { adSetId, campaignId } = flight;
    const today = dayOf(now, flight.account.timeZone);
    if (!mayRun(flight, today)) continue;
    const before = await settled.list({ adSetIds: [adSetId] });
    const { planned, size } = await planAfter(release, flight, [today], before, now);
    for (const { impressions, spendMinor, clicks } of planned) {
      const people = size?.shown ?? 0;
      days.push({ campaignId, adSetId, impressions, spendMinor, clicks, people });
    }
  }
  return days;
}

function mayRun({ live, account, startsAt, endsAt }: Flight, today: string): boolean {
  const { timeZone } = account;
  return (
    dayOf(startsAt, timeZone) <= today &&
    (!endsAt || dayOf(endsAt, timeZone) >= today) &&
    live.some(({ to }) => !to || dayOf(to, timeZone) >= today)
  );
}

/**
 * People reached by the end of the open day: those settled before and, by the reach curve, those that today adds. While the
 * settled number is too small to be shown, the curve stands in for it too.
 */
export function projectedReach(
  open: readonly OpenDay[],
  settled: ReleasedCount | null,
  settledImpressions: number,
): number {
  const people = open.reduce((sum, day) => sum + day.people, 0);
  const before = settled && !settled.hidden ? settled.shown : reachOf(people, settledImpressions);
  const today = open.reduce((sum, day) => sum + reachOf(day.people, day.impressions), 0);
  const fresh = people > before ? 1 - before / people : 0;
  return before + today * fresh;
}
