import type { ExactCount } from "@/lib/network/reach/exact-count";
import { breather } from "./breather";
import { countReached } from "./count-reached";
import type { Desk } from "./desk";
import { display } from "./display";
import { settledEpoch } from "./epoch";
import { climb, costOfLadder, costOfSteps, reportLadder, sigmaOf } from "./ladder";
import { type Contains, containment, extent, reachKey } from "./reach-ask";
import type { Asker, ReachAsk, ReachedDay } from "./release";
import type { ReleaseRow } from "./release-table";
import type { ReleasedCount } from "./released";

const kind = "reached";

/** Settled reach of several ranges: stored for good, and a range inside another never above it. */
export async function releaseReached(
  desk: Desk,
  by: Asker,
  asks: readonly ReachAsk[],
  load: () => Promise<readonly ReachedDay[]>,
): Promise<readonly (ReleasedCount | null)[]> {
  const known = new Map(asks.map((ask) => [reachKey(ask), ask]));
  // Asked for and only looked up at the same time is asked for.
  for (const ask of asks) if (!ask.ifKnown) known.set(reachKey(ask), ask);
  if (known.size === 0) return [];
  const contains = containment(asks);
  const wanted = [...known].filter(([, ask]) => !ask.ifKnown);
  const widestFirst = wanted.sort(([, a], [, b]) => extent(b) - extent(a));
  const before = await desk.known(by, kind, [...known.keys()]);
  const answers = await desk.answerSome({
    by,
    use: "report",
    epoch: settledEpoch,
    kind,
    keys: widestFirst.map(([key]) => key),
    price: ([, step = 0]) => costOfSteps(reportLadder, step),
    most: costOfLadder(reportLadder),
    compute: async (missing, stored) => {
      const asked = missing.flatMap((key) => known.get(key) ?? []);
      const exact = await countReached(asked, await load());
      return await settle(desk, known, contains, missing, exact, stored);
    },
  });
  const byKey = new Map([...before.map((row) => [row.key, row] as const), ...answers]);
  const rows = asks.map((ask) => byKey.get(reachKey(ask)) ?? null);
  const answered = asks.flatMap((ask, index) => {
    const row = rows[index];
    return row ? [{ ask, row }] : [];
  });
  const breathe = breather();
  const shown: (ReleasedCount | null)[] = [];
  for (const [index, ask] of asks.entries()) {
    const row = rows[index];
    shown.push(row ? shownReach({ ask, row }, answered, contains) : null);
    await breathe();
  }
  return shown;
}

interface Answered {
  readonly ask: ReachAsk;
  readonly row: ReleaseRow;
}

/** Answers to ranges that were asked at different times may cross by their noise: then the wider shows the narrower. */
function shownReach(
  { ask, row }: Answered,
  all: readonly Answered[],
  contains: Contains,
): ReleasedCount {
  let [largest = 0] = row.values;
  for (const other of all) {
    const [value = 0] = other.row.values;
    if (value > largest && contains(ask, other.ask)) largest = value;
  }
  return display(largest, sigmaOf(reportLadder, row.values[1] ?? 0), row.at);
}

/** Noise for each, then every new value between what lies inside it and what it lies inside, as far as these are known. */
async function settle(
  desk: Desk,
  asks: ReadonlyMap<string, ReachAsk>,
  contains: Contains,
  missing: readonly string[],
  exact: ReadonlyMap<string, ExactCount>,
  stored: ReadonlyMap<string, ReleaseRow>,
): Promise<readonly (readonly number[])[]> {
  const breathe = breather();
  const settled = new Map([...stored].map(([key, row]) => [key, row.values]));
  const narrowFirst = missing
    .flatMap((key) => {
      const ask = asks.get(key);
      const count = exact.get(key);
      return ask && count !== undefined ? [{ key, ask, count }] : [];
    })
    .sort((a, b) => extent(a.ask) - extent(b.ask));
  for (const { key, ask, count } of narrowFirst) {
    const { value, step } = climb(count, reportLadder, (index, sigma) =>
      desk.noise(desk.settledNoise, `${kind}/${index + 1}`, key, sigma),
    );
    await breathe();
    settled.set(key, [between(bounds(ask, asks, contains, settled), value), step]);
  }
  return missing.map((key) => settled.get(key) ?? [0, reportLadder.length - 1]);
}

const between = ([least, most]: readonly [number, number], value: number): number =>
  Math.max(least, Math.min(most, value));

function bounds(
  ask: ReachAsk,
  asks: ReadonlyMap<string, ReachAsk>,
  contains: Contains,
  settled: ReadonlyMap<string, readonly number[]>,
): readonly [number, number] {
  let least = Number.NEGATIVE_INFINITY;
  let most = ask.impressions;
  for (const [key, [value = 0]] of settled) {
    const other = asks.get(key);
    if (!other) continue;
    if (contains(ask, other)) least = Math.max(least, value);
    else if (contains(other, ask)) most = Math.min(most, value);
  }
  return [least, most];
}
