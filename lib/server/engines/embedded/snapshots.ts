import { readdir, rm } from "node:fs/promises";
import path from "node:path";

/** A complete set of snapshot files, one a shard, of one position in the change log. */
export interface SnapshotSet {
  readonly position: number;
  readonly paths: readonly string[];
}

const name = /^reach-(\d+)-of-(\d+)-at-(\d+)\.snapshot$/;

export const snapshotSet = (folder: string, shards: number, position: number): SnapshotSet => ({
  position,
  paths: Array.from({ length: shards }, (_, shard) =>
    path.join(folder, `reach-${shard}-of-${shards}-at-${position}.snapshot`),
  ),
});

/** The sets that are complete for this number of shards, the newest position first. */
export async function listSnapshots(folder: string, shards: number): Promise<SnapshotSet[]> {
  const files = await readdir(folder).catch(() => []);
  const present = new Set(files);
  const positions = new Set(files.flatMap((file) => Number(name.exec(file)?.[3] ?? Number.NaN)));
  return [...positions]
    .filter((position) => Number.isSafeInteger(position))
    .sort((a, b) => b - a)
    .map((position) => snapshotSet(folder, shards, position))
    .filter(({ paths }) => paths.every((file) => present.has(path.basename(file))));
}

/** Removes every snapshot in the folder but this set, half-written ones too. */
export async function removeOtherSnapshots(folder: string, keep: SnapshotSet): Promise<void> {
  const kept = new Set(keep.paths.map((file) => path.basename(file)));
  const files = await readdir(folder).catch(() => []);
  const stale = files.filter(
    (file) => !kept.has(file) && (name.test(file) || /^reach-.*\.snapshot\.tmp$/.test(file)),
  );
  await Promise.all(stale.map((file) => rm(path.join(folder, file), { force: true })));
}
