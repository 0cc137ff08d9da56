import type { ReachEngine } from "@/lib/network/reach/engine";
import type { ExactCount } from "@/lib/network/reach/exact-count";
import { reachKey } from "./reach-ask";
import type { ReachAsk, ReachedDay } from "./release";

/** Exact distinct people of each ask, by key. Asks that only go on from one another share one pass over the sets. */
export async function countReached(
  engine: Pick<ReachEngine, "union">,
  asks: readonly ReachAsk[],
  days: readonly ReachedDay[],
): Promise<ReadonlyMap<string, ExactCount>> {
  const inOrder = [...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const counts = new Map<string, ExactCount>();
  for (const run of runsOf(asks, inOrder)) {
    const last = run.at(-1);
    if (!last) continue;
    const sets = inOrder.filter((day) => isIn(day, last));
    const unions = await engine.union(sets.map(({ reached }) => reached));
    for (const ask of run) {
      const count = unions[sets.findLastIndex(({ day }) => day <= ask.until)];
      if (count !== undefined) counts.set(reachKey(ask), count);
    }
  }
  return counts;
}

function runsOf(asks: readonly ReachAsk[], days: readonly ReachedDay[]): ReachAsk[][] {
  const sorted = [...asks].sort((a, b) =>
    `${a.since}/${a.until}` < `${b.since}/${b.until}` ? -1 : 1,
  );
  const runs: ReachAsk[][] = [];
  for (const ask of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && goesOn(before, ask, days)) run.push(ask);
    else runs.push([ask]);
  }
  return runs;
}

/** The later ask's sets up to the earlier one's end are exactly the earlier one's. */
const goesOn = (before: ReachAsk, after: ReachAsk, days: readonly ReachedDay[]): boolean =>
  before.since === after.since &&
  days.every((day) => day.day > before.until || isIn(day, before) === isIn(day, after));

const isIn = ({ day, adSetId }: ReachedDay, ask: ReachAsk): boolean =>
  day >= ask.since && day <= ask.until && ask.adSetIds.includes(adSetId);
