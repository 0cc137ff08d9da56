import type { ReachEngine } from "@/lib/network/reach/engine";
import {
  decodeMembers,
  emptySet,
  encodeMembers,
  type MemberSet,
} from "@/lib/network/reach/member-set";
import type { ReachedDay } from "@/lib/network/release/release";
import { mix32 } from "./ad-days";
import { addDays, dayNumber } from "./calendar";
import type { Flight } from "./flight";
import type { KeptCap } from "./frequency-cap";
import type { PlannedDay } from "./plan-flight";
import { reachCounts } from "./reach-counts";

/** So often a day is drawn again, from more people each time, before it makes do with those it found. */
const mostDraws = 6;

/**
 * Reached sets of planned days under a cap: nobody on more days of any window than the cap allows, and on each day enough people that
 * none sees more than a day may show, but never more people than impressions. `before` are the days settled already, by day.
 * What a day shows was planned from released sizes; only whom it reaches depends on people.
 */
export async function deliverCapped(
  engine: Pick<ReachEngine, "deliver">,
  flight: Flight,
  cap: KeptCap,
  planned: readonly PlannedDay[],
  before: readonly ReachedDay[],
): Promise<ReadonlyMap<string, MemberSet>> {
  const counts = reachCounts();
  const inWindow = [...before];
  for (const { reached } of inWindow) counts.add(reached);
  const delivered = new Map<string, MemberSet>();
  for (const one of planned) {
    const since = addDays(one.day, 1 - cap.days);
    while (inWindow[0] && inWindow[0].day < since)
      counts.remove(inWindow.shift()?.reached ?? emptySet);
    const reached =
      one.impressions > 0
        ? await deliverDay(engine, flight, cap, one, (member) => counts.of(member) < cap.reachDays)
        : emptySet;
    delivered.set(one.day, reached);
    counts.add(reached);
    inWindow.push({ adSetId: flight.adSetId, day: one.day, reached });
  }
  return delivered;
}

async function deliverDay(
  engine: Pick<ReachEngine, "deliver">,
  { expression, adSetId }: Flight,
  { aDay }: KeptCap,
  { day, impressions, meanPerPerson }: PlannedDay,
  mayBeReached: (member: number) => boolean,
): Promise<MemberSet> {
  const number = dayNumber(day);
  let found: number[] = [];
  let mean = meanPerPerson;
  for (let draw = 0; draw < mostDraws && found.length * aDay < impressions; draw += 1) {
    const [drawn] = await engine.deliver(expression, `${adSetId}`, [
      { day: number, meanPerPerson: mean },
    ]);
    found = [...decodeMembers(drawn?.reached ?? emptySet)].filter(mayBeReached);
    mean *= 4;
  }
  return encodeMembers(found.length > impressions ? someOf(found, impressions, number) : found);
}

/** So many of them, always the same ones for the same day; in order. */
function someOf(members: readonly number[], count: number, day: number): readonly number[] {
  const drawn = members.map((member) => ({
    member,
    draw: mix32(member ^ Math.imul(day, 0x9e3779b1)),
  }));
  drawn.sort((a, b) => a.draw - b.draw || a.member - b.member);
  return drawn
    .slice(0, count)
    .map(({ member }) => member)
    .sort((a, b) => a - b);
}
