import "server-only";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "./db/database";
import { settleSetting, writeSetting } from "./db/settings";
import type { networkClockStore } from "./store/network-clock";

type ClockStore = ReturnType<typeof networkClockStore>;

const key = "epoch-salt";
/**
 * Starts a new epoch: every question from now on gets noise of its own. For whoever puts a backup back: the answers given since
 * it was taken are forgotten, and drawing them again with the same noise would show what changed to the last person.
 * Takes effect at the next start.
 */
export async function bumpEpochSalt(db: Database): Promise<string> {
  const salt = crypto.randomUUID();
  await writeSetting(db, key, salt);
  return salt;
}

/** The salt of this database's epochs; a new one when the database is older than what this data folder has seen of it. */
export async function settleEpochSalt(
  db: Database,
  clock: Pick<ClockStore, "load">,
  dataDir: string,
): Promise<string> {
  const [known, seen] = [await clock.load(), lastSeen(dataDir)];
  // The database keeps each moment before the folder does, so it is never behind unless it was put back. A crash between the two while Nod
  // stops looks the same: then a new epoch begins for nothing, which harms nobody.
  const isPutBack = seen !== null && (known?.getTime() ?? 0) < seen.getTime();
  if (isPutBack) return bumpEpochSalt(db);
  return String(await settleSetting(db, key, crypto.randomUUID()));
}

/** A clock store that also notes the time beside the database, where a backup of the database does not reach. */
export const notedClock = (store: ClockStore, dataDir: string): ClockStore => ({
  load: store.load,
  async save(at) {
    await store.save(at);
    note(dataDir, at);
  },
});

const fileIn = (dataDir: string) => path.join(/* turbopackIgnore: true */ dataDir, "last-seen");

function note(dataDir: string, at: Date): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(`${fileIn(dataDir)}.new`, at.toISOString());
    renameSync(`${fileIn(dataDir)}.new`, fileIn(dataDir));
  } catch {
    // A second sight of the time: without it the restore command still starts a new epoch.
  }
}

/** How far network time had come when this data folder last heard of it; null: never, or it cannot be read. */
export function lastSeen(dataDir: string): Date | null {
  try {
    const at = new Date(readFileSync(fileIn(dataDir), "utf8"));
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    return null;
  }
}
