import { existsSync, mkdirSync, statfsSync } from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { StartRefusal } from "../start-refusal";
import type { OpenDatabase } from "./database";
import { lockFolder } from "./lock";
import { migrationsFolder, refuseNewerDatabase } from "./migrate";
import { openThreadedPglite, type ThreadedPglite } from "./threaded-pglite";

/** A new embedded database takes about 40 MB before its first row; a made one writes its log in pieces of 16 MB. */
const leastFreeBytes = (made: boolean) => (made ? 32 : 64) * 1024 * 1024;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** The reason a folder cannot be written, as one line; null when the error is about something else. */
export function folderProblem(folder: string, error: unknown): StartRefusal | null {
  const told = `${codeOf(error)} ${error instanceof Error ? error.message : String(error)}`;
  if (/ENOSPC|EDQUOT|No space left/i.test(told)) return noSpace(folder);
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(told)) {
    return new StartRefusal(
      `The data folder ${folder} cannot be written: give this account the right to, or set NOD_DATA to another folder.`,
    );
  }
  if (/ENOTDIR|EEXIST/.test(told)) {
    return new StartRefusal(`NOD_DATA must be a folder, and ${folder} is not one.`);
  }
  return null;
}

const noSpace = (folder: string) =>
  new StartRefusal(
    `There is no room on the disk of the data folder ${folder}: free some space, or set NOD_DATA to another disk.`,
  );

/** Where a restore builds the database; while it stands there, nothing may be opened or made beside it. */
export const restoringFolder = (dataDir: string): string =>
  path.join(/* turbopackIgnore: true */ dataDir, "restoring");

export async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  try {
    return await openLocked(dataDir);
  } catch (error) {
    throw folderProblem(dataDir, error) ?? error;
  }
}

async function openLocked(dataDir: string): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir);
  let client: ThreadedPglite | undefined;
  try {
    const folder = path.join(/* turbopackIgnore: true */ dataDir, "db");
    if (existsSync(restoringFolder(dataDir))) {
      throw new StartRefusal(
        `A restore was interrupted: run it again, or delete ${restoringFolder(dataDir)} to go on with what stood before.`,
      );
    }
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < leastFreeBytes(existsSync(folder))) throw noSpace(dataDir);
    client = await openThreadedPglite(folder);
    const opened = client;
    // The query builder calls nothing but `query` and `transaction`.
    const db = drizzle({ client: opened as unknown as PGlite });
    await refuseNewerDatabase(db, `in ${dataDir}`);
    await migrate(db, { migrationsFolder: migrationsFolder() });
    return {
      db,
      kind: "embedded",
      close: async () => {
        await opened.close();
        await lock.release();
      },
    };
  } catch (error) {
    await client?.close().catch(() => undefined);
    await lock.release();
    throw error;
  }
}
