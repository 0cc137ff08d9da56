import { isoWeek } from "@/lib/network/release/epoch";
import type { Release } from "@/lib/network/release/release";
import { dayOf, lastClosedDay } from "./calendar";
import type { Flight } from "./flight";

/**
 * Whether a running ad set's audience is below the floor by the value released for the week of its last closed day: by a number
 * that was drawn once for the whole week, so that nobody can watch one person leave, and never by the exact one.
 */
export async function fellBelowFloor(
  release: Pick<Release, "pacingSize">,
  flight: Flight,
  now: Date,
): Promise<boolean> {
  const { account, startsAt, endsAt, live } = flight;
  const last = lastClosedDay(now, account.timeZone);
  const isOn = live.at(-1)?.to === null && startsAt <= now && (!endsAt || endsAt > now);
  if (!isOn || last < dayOf(startsAt, account.timeZone)) return false;
  const week = isoWeek(new Date(`${last}T00:00:00Z`));
  const by = { workspaceId: account.workspaceId };
  const size = await release.pacingSize(by, week, flight.expression);
  return size.ok && size.value.hidden;
}
