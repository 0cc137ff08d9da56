import { type ExactCount, exactCount } from "@/lib/network/reach/exact-count";
import { decodeMembers } from "@/lib/network/reach/member-set";
import { breather } from "./breather";
import { adSetsKey, reachKey } from "./reach-ask";
import type { ReachAsk, ReachedDay } from "./release";

/**
 * Exact distinct people of each ask, by key. Asks that only go on from one another share one pass over the sets, and others get on
 * between sets: a year of an account with many ad sets is tens of thousands of them.
 */
export async function countReached(
  asks: readonly ReachAsk[],
  days: readonly ReachedDay[],
): Promise<ReadonlyMap<string, ExactCount>> {
  const breathe = breather();
  const inOrder = [...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const counts = new Map<string, ExactCount>();
  for (const run of runsOf(asks, inOrder)) {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) continue;
    const seen = distinctMembers();
    const left = [...run];
    const asked = new Set(last.adSetIds);
    const countBefore = (day: string | null) => {
      while (left[0] && (day === null || left[0].until < day)) {
        counts.set(reachKey(left[0]), exactCount(seen.size()));
        left.shift();
      }
    };
    for (const { adSetId, day, reached } of inOrder) {
      if (day < first.since || day > last.until || !asked.has(adSetId)) continue;
      countBefore(day);
      seen.add(decodeMembers(reached));
      await breathe();
    }
    countBefore(null);
  }
  return counts;
}

function distinctMembers() {
  let bits = new Uint8Array(1 << 17);
  let size = 0;
  return {
    size: () => size,
    add(members: Iterable<number>) {
      for (const member of members) {
        const at = member >>> 3;
        if (at >= bits.length) {
          const larger = new Uint8Array(2 * Math.max(bits.length, at));
          larger.set(bits);
          bits = larger;
        }
        const before = bits[at] ?? 0;
        const after = before | (1 << (member & 7));
        if (after === before) continue;
        bits[at] = after;
        size += 1;
      }
    },
  };
}

/** Asks from one day on, each of which holds everything of the one before. */
function runsOf(asks: readonly ReachAsk[], days: readonly ReachedDay[]): ReachAsk[][] {
  const delivered = deliveredDays(days);
  const sorted = [...asks].sort((a, b) =>
    `${a.since}/${a.until}` < `${b.since}/${b.until}` ? -1 : 1,
  );
  const runs: ReachAsk[][] = [];
  for (const ask of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && goesOn(before, ask, delivered)) run.push(ask);
    else runs.push([ask]);
  }
  return runs;
}

/** The days on which each ad set reached somebody, ascending; `days` are in order. */
function deliveredDays(days: readonly ReachedDay[]): ReadonlyMap<number, readonly string[]> {
  const delivered = new Map<number, string[]>();
  for (const { adSetId, day } of days) {
    const own = delivered.get(adSetId) ?? [];
    own.push(day);
    delivered.set(adSetId, own);
  }
  return delivered;
}

/** The later ask's sets up to the earlier one's end are exactly the earlier one's. */
function goesOn(
  before: ReachAsk,
  after: ReachAsk,
  delivered: ReadonlyMap<number, readonly string[]>,
): boolean {
  if (before.since !== after.since) return false;
  if (adSetsKey(before.adSetIds) === adSetsKey(after.adSetIds)) return true;
  const [had, has] = [new Set(before.adSetIds), new Set(after.adSetIds)];
  const inBefore = (id: number) =>
    (delivered.get(id) ?? []).some((day) => day >= before.since && day <= before.until);
  const isNew = (id: number) => !had.has(id);
  const isGone = (id: number) => !has.has(id);
  return (
    after.adSetIds.filter(isNew).every((id) => !inBefore(id)) &&
    before.adSetIds.filter(isGone).every((id) => !inBefore(id))
  );
}
