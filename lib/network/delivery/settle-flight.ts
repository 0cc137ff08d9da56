import type { ReachEngine } from "@/lib/network/reach/engine";
import { emptySet, type MemberSet } from "@/lib/network/reach/member-set";
import type { Release } from "@/lib/network/release/release";
import type { ReleasedCount } from "@/lib/network/release/released";
import { addDays, dayNumber, dayOf, dayOfNumber, daysBetween, lastClosedDay } from "./calendar";
import { deliverCapped } from "./deliver-capped";
import type { Flight, SettledDayStore, SettledNumbers } from "./flight";
import { keptCap } from "./frequency-cap";
import { clicksMore, knownCompany } from "./known-company";
import { pacingSize } from "./pacing-size";
import { type PlannedDay, planFlight } from "./plan-flight";

/** So many days are delivered and written at once. */
const chunkDays = 62;

export interface SettleParts {
  readonly engine: ReachEngine;
  readonly release: Release;
  readonly settled: SettledDayStore;
}

/** The flight's plan for days after the settled ones, paced by the size released for each month. */
export async function planAfter(
  release: Release,
  flight: Flight,
  days: readonly string[],
  settled: readonly SettledNumbers[],
  now: Date,
): Promise<{ readonly planned: readonly PlannedDay[]; readonly size: ReleasedCount | null }> {
  const by = { workspaceId: flight.account.workspaceId };
  const sizes = new Map<string, ReleasedCount>();
  for (const period of new Set(days.map((day) => day.slice(0, 7)))) {
    sizes.set(period, await pacingSize(release, by, period, flight.expression));
  }
  const sizeIn = (month: string) => {
    const size = sizes.get(month);
    if (!size) throw new Error(`No size was released for ${month}.`);
    return size;
  };
  const more = new Map<string, number>();
  for (const [month, size] of sizes) {
    more.set(month, clicksMore(await knownCompany(release, flight, month, size)));
  }
  return {
    planned: planFlight(flight, days, settled, sizeIn, now, (month) => more.get(month) ?? 1),
    size: [...sizes.values()].at(-1) ?? null,
  };
}

/** Settles the closed days of one flight that are not settled yet. One call at a time per ad set. */
export async function settleFlight(parts: SettleParts, flight: Flight, now: Date): Promise<void> {
  const { release, settled } = parts;
  const { adSetId, account } = flight;
  const rows = await settled.list({ adSetIds: [adSetId] });
  const days = openDays(flight, rows.at(-1)?.day ?? null, now);
  if (days.length === 0) return;
  const { planned } = await planAfter(release, flight, days, rows, now);
  for (let first = 0; first < planned.length; first += chunkDays) {
    const chunk = planned.slice(first, first + chunkDays);
    const reached = await deliverDays(parts, flight, chunk);
    await settled.insertOnce(
      chunk.map(({ day, impressions, spendMinor, clicks }) => ({
        adSetId,
        campaignId: flight.campaignId,
        accountId: account.id,
        day,
        impressions,
        spendMinor,
        clicks,
        reached: reached.get(day) ?? emptySet,
      })),
    );
  }
}

/** Whom the planned days reach, by day. */
async function deliverDays(
  { engine, settled }: SettleParts,
  flight: Flight,
  planned: readonly PlannedDay[],
): Promise<ReadonlyMap<string, MemberSet>> {
  const cap = keptCap(flight);
  const [first] = planned;
  if (cap && first) {
    const window = { since: addDays(first.day, 1 - cap.days), until: addDays(first.day, -1) };
    const before = await settled.listReached({ adSetIds: [flight.adSetId], ...window });
    return deliverCapped(engine, flight, cap, planned, before);
  }
  const delivered = await engine.deliver(
    flight.expression,
    `${flight.adSetId}`,
    planned
      .filter(({ impressions }) => impressions > 0)
      .map(({ day, meanPerPerson }) => ({ day: dayNumber(day), meanPerPerson })),
  );
  return new Map(delivered.map(({ day, reached }) => [dayOfNumber(day), reached]));
}

/** Closed days after the last settled one on which the flight was on at some time. */
function openDays(flight: Flight, lastSettled: string | null, now: Date): readonly string[] {
  const { timeZone } = flight.account;
  const start = dayOf(flight.startsAt, timeZone);
  const first = lastSettled && lastSettled >= start ? addDays(lastSettled, 1) : start;
  const closed = lastClosedDay(now, timeZone);
  return daysBetween(first, closed).filter((day) => wasOn(flight, day));
}

function wasOn({ live, account, startsAt, endsAt }: Flight, day: string): boolean {
  const { timeZone } = account;
  if (day < dayOf(startsAt, timeZone) || (endsAt && day > dayOf(endsAt, timeZone))) return false;
  return live.some(
    ({ from, to }) => day >= dayOf(from, timeZone) && (!to || day <= dayOf(to, timeZone)),
  );
}
