import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Shard } from "./shard";

/** A complete set of snapshot files, one a shard, of one position in the change log. */
export interface SnapshotSet {
  readonly position: number;
  readonly paths: readonly string[];
}

/** Where an engine keeps its snapshots. The identity says what they were made from; see create-embedded-engine.ts. */
export interface SnapshotPlace {
  readonly folder: string;
  readonly identity: string;
  readonly shards: number;
}

const name = /^reach-([0-9a-f]+)-(\d+)-of-(\d+)-at-(\d+)\.snapshot(\.tmp)?$/;
const prefix = (identity: string) => `reach-${identity.slice(0, 12)}`;

export const snapshotSet = (place: SnapshotPlace, position: number): SnapshotSet => ({
  position,
  paths: Array.from({ length: place.shards }, (_, shard) =>
    path.join(
      place.folder,
      `${prefix(place.identity)}-${shard}-of-${place.shards}-at-${position}.snapshot`,
    ),
  ),
});

/** Writes every shard's part of a set. The copies are taken in the order of asking; throws when one of them could not be written. */
export async function saveShards(
  shards: readonly Shard[],
  place: SnapshotPlace,
  position: number,
): Promise<void> {
  const { paths } = snapshotSet(place, position);
  const tag = { identity: place.identity, position };
  const saved = await Promise.allSettled(
    shards.map((shard) => shard.ask("save", { path: paths[shard.index] ?? "", tag })),
  );
  const failed = saved.find((part) => part.status === "rejected");
  if (failed) throw failed.reason;
}

/** The sets that are complete and not beyond the end of the log, the newest first. */
export async function listSnapshots(place: SnapshotPlace, end: number): Promise<SnapshotSet[]> {
  const files = await readdir(place.folder).catch(() => []);
  const present = new Set(files);
  const positions = new Set(files.flatMap((file) => positionIn(file) ?? []));
  return [...positions]
    .filter((position) => position <= end)
    .sort((a, b) => b - a)
    .map((position) => snapshotSet(place, position))
    .filter(({ paths }) => paths.every((file) => present.has(path.basename(file))));
}

/**
 * Removes what a new snapshot replaces, half-written ones too: everything of another identity or number of shards, and
 * older ones of its own.
 */
export async function removeReplaced(place: SnapshotPlace, position: number): Promise<void> {
  const files = await readdir(place.folder).catch(() => []);
  const replaced = files.filter((file) => {
    const at = positionIn(file);
    const own = file.startsWith(prefix(place.identity)) && file.includes(`-of-${place.shards}-`);
    return at !== null && (!own || at < position);
  });
  await Promise.all(replaced.map((file) => rm(path.join(place.folder, file), { force: true })));
}

function positionIn(file: string): number | null {
  const position = Number(name.exec(file)?.[4] ?? Number.NaN);
  return Number.isSafeInteger(position) ? position : null;
}
