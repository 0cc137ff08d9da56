import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { lockFolder } from "../db/lock";
import { folderProblem } from "../db/open-embedded";
import type { Env } from "../env";
import { markJournal } from "../erasure/journal";
import { StartRefusal } from "../start-refusal";
import { version } from "../version";
import { copyFolder } from "./copy-folder";
import { databaseFolder, type Manifest, manifestFile } from "./manifest";

/**
 * A backup of a deployment's database into a new folder: it stands there whole or not at all. The embedded database is copied while
 * nobody has it open; for PostgreSQL the folder gets the manifest, and pg_dump does the rest.
 * @throws StartRefusal beside a running server, for a folder that is not empty, and when there is nothing to keep.
 */
export async function makeBackup(
  env: Pick<Env, "dataDir" | "databaseUrl">,
  target: string,
  now: Date,
): Promise<Manifest> {
  const folder = path.resolve(target);
  const half = `${folder}.half`;
  if (path.dirname(folder) === folder || isInside(folder, path.join(env.dataDir, "db"))) {
    throw new StartRefusal(`A backup cannot lie in ${folder}: choose a folder of its own.`);
  }
  await refuseFilled(folder);
  const database = path.join(env.dataDir, "db");
  if (env.databaseUrl === null && !existsSync(database)) {
    throw new StartRefusal(`There is no embedded database in ${env.dataDir}: nothing to keep.`);
  }
  const lock = env.databaseUrl === null ? await lockFolder(env.dataDir) : null;
  try {
    const journal = await markJournal(env.dataDir);
    if (!journal) {
      throw new StartRefusal(
        `There is no journal in ${env.dataDir}: start Nod there once, so that a restore can hear of what people withdraw after this backup.`,
      );
    }
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { recursive: true, mode: 0o700 });
    const kept =
      env.databaseUrl === null
        ? { kind: "embedded" as const, ...(await copyFolder(database, databaseFolder(half))) }
        : { kind: "postgres" as const };
    const made: Manifest = {
      ...{ nod: "backup", version: 1, madeAt: now.toISOString(), madeBy: version },
      ...{ database: kept, journal },
    };
    await writeDurably(manifestFile(half), `${JSON.stringify(made, null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(half, folder);
    return made;
  } catch (error) {
    throw folderProblem(half, error) ?? error;
  } finally {
    await lock?.release();
  }
}

const isInside = (folder: string, parent: string): boolean =>
  folder === path.resolve(parent) || folder.startsWith(`${path.resolve(parent)}${path.sep}`);

async function refuseFilled(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new StartRefusal(`A backup needs a new folder, and ${folder} is none.`);
  });
  if (entries.length > 0) {
    throw new StartRefusal(`The folder ${folder} is not empty: a backup needs a new one.`);
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
