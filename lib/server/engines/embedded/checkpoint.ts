import type { ReadLog } from "./change-log";
import type { Shard } from "./shard";
import { listSnapshots, removeReplaced, type SnapshotPlace, snapshotSet } from "./snapshots";
import { replay } from "./stand-up";

export interface CheckpointParts {
  readonly place: SnapshotPlace;
  /** Opens another, empty shard like the one of that index. */
  readonly open: (index: number) => Shard;
  readonly read: ReadLog;
  readonly today: () => number;
}

/**
 * Saves a snapshot at a position without asking the serving workers for anything: a worker beside them takes the last snapshot,
 * applies the log up to the position and writes, one shard after another. Costs the memory of one shard for a moment. False,
 * and nothing is written, when there is no snapshot to start from. When it throws, the last snapshot stands as it was.
 */
export async function checkpoint(
  { place, open, read, today }: CheckpointParts,
  position: number,
): Promise<boolean> {
  const [base] = await listSnapshots(place, position);
  if (!base) return false;
  if (base.position === position) return true;
  const { paths } = snapshotSet(place, position);
  for (let index = 0; index < place.shards; index += 1) {
    const shard = open(index);
    try {
      const path = base.paths[index] ?? "";
      const tag = { identity: place.identity, position: base.position };
      if (!(await shard.ask("restore", { path, tag, today: today() }))) return false;
      await replay([shard], read, base.position, position);
      await shard.ask("save", { path: paths[index] ?? "", tag: { ...tag, position } });
    } finally {
      await shard.close();
    }
  }
  await removeReplaced(place, position);
  return true;
}
