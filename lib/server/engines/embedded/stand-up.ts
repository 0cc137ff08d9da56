import type { MemberChange } from "@/lib/network/reach/engine";
import type { ReadLog } from "./change-log";
import type { GivenMembers, Population } from "./population";
import type { Shard } from "./shard";
import { listSnapshots, type SnapshotPlace, type SnapshotSet } from "./snapshots";

/** What shards are filled from. */
export interface Origin {
  readonly population: Population;
  /** null keeps no snapshots. */
  readonly place: SnapshotPlace | null;
  /** A snapshot from beyond this position is not taken. */
  readonly end: number;
  readonly today: number;
  /** How many shards are made at the same time. */
  readonly atOnce: number;
}

/** Fills freshly opened shards, from the newest snapshot that all of them accept or else from the members; answers the snapshot. */
export async function standUp(
  shards: readonly Shard[],
  origin: Origin,
): Promise<SnapshotSet | null> {
  const restored = origin.place && (await restore(shards, origin.place, origin));
  if (!restored) await load(shards, origin);
  return restored;
}

async function restore(
  shards: readonly Shard[],
  place: SnapshotPlace,
  { end, today }: Origin,
): Promise<SnapshotSet | null> {
  for (const set of await listSnapshots(place, end)) {
    const tag = { identity: place.identity, position: set.position };
    const taken = await Promise.all(
      shards.map((shard) =>
        shard.ask("restore", { path: set.paths[shard.index] ?? "", tag, today }),
      ),
    );
    if (taken.every(Boolean)) return set;
  }
  return null;
}

async function load(shards: readonly Shard[], origin: Origin): Promise<void> {
  const { population, today, atOnce } = origin;
  if (population.kind === "synthetic") {
    const { seed, madeOn } = population;
    const waiting = [...shards];
    const next = async () => {
      for (let shard = waiting.shift(); shard; shard = waiting.shift()) {
        await shard.ask("generate", { seed, madeOn, today });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return;
  }
  for (let from = 0; from < shards.length; from += atOnce) {
    await loadGiven(shards.slice(from, from + atOnce), population, today);
  }
}

/** Reads the given members once for these shards. */
async function loadGiven(
  shards: readonly Shard[],
  population: GivenMembers,
  today: number,
): Promise<void> {
  await Promise.all(
    shards.map((shard) => shard.ask("startLoad", { companies: population.companies, today })),
  );
  for await (const batch of population.batches()) {
    const touched = shards.filter(
      ({ first, count }) => batch.first < first + count && batch.first + batch.count > first,
    );
    await Promise.all(touched.map((shard) => shard.ask("addBatch", { batch })));
  }
  await Promise.all(shards.map((shard) => shard.ask("finishLoad", {})));
}

/** Applies changes in order, each in the shard that holds its member. Throws RangeError when one of them cannot be held. */
export async function applyTo(
  shards: readonly Shard[],
  changes: readonly MemberChange[],
): Promise<void> {
  const parts = shards.map((shard) => ({
    shard,
    own: changes.filter(({ member }) => shard.holds(member)),
  }));
  const asked = parts.map(({ shard, own }) =>
    own.length > 0 ? shard.ask("apply", { changes: own }) : null,
  );
  const done = await Promise.allSettled(asked);
  const failed = done.filter((one) => one.status === "rejected").map((one) => one.reason);
  const worst = failed.find((error) => !(error instanceof RangeError)) ?? failed[0];
  if (worst) throw worst;
}

/**
 * Brings shards from one position of the log to another, or to its end; answers where they stand then. A change that cannot be
 * held was refused when it was new, and is again.
 */
export async function replay(
  shards: readonly Shard[],
  read: ReadLog,
  after: number,
  upTo?: number,
): Promise<number> {
  let position = after;
  for await (const page of read(after, upTo)) {
    await applyTo(shards, page.changes).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
    });
    position = page.position;
  }
  return position;
}
