import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import type { OpenDatabase } from "../db/database";
import { lockFolder } from "../db/lock";
import { holdMembers } from "../db/members-lock";
import { folderProblem, openEmbedded, restoringFolder } from "../db/open-embedded";
import { openPostgres } from "../db/open-postgres";
import { setting } from "../db/schema/network";
import { demoRate } from "../demo-rate";
import type { Env } from "../env";
import { bumpEpochSalt, lastSeen } from "../epoch-salt";
import { readJournalAfter } from "../erasure/journal";
import { readPopulation } from "../population-facts";
import { readStoredSecrets, resolveSecrets } from "../secrets";
import { StartRefusal } from "../start-refusal";
import { bringBackCharges, chargeWhatCouldBe } from "./charges";
import { copyFolder } from "./copy-folder";
import { databaseFolder, type Manifest, readManifest } from "./manifest";
import { replayJournal } from "./replay-journal";

export interface RestoreOrder {
  readonly folder: string;
  /** Puts a database that stands aside instead of refusing. */
  readonly replace: boolean;
  /** Leaves out what people took away since the backup, because nobody knows it any more. */
  readonly withoutJournal: boolean;
}

export interface Restored {
  readonly madeAt: string;
  /** From how many people something was taken that the backup still had; null: the journal was left out. */
  readonly people: number | null;
  /** Where the database that stood is now; null: none did. */
  readonly aside: string | null;
}

/**
 * Puts a backup back, as of now: what people withdrew, removed and deleted since is taken away before anybody can be served, and a new
 * epoch begins, so that no answer is drawn again with the noise of an earlier one.
 * @throws StartRefusal for a torn backup, beside a running server, without the journal, and over a database that stands.
 */
export async function restoreBackup(env: Env, order: RestoreOrder, now: Date): Promise<Restored> {
  const manifest = await readManifest(order.folder);
  const isPostgres = env.databaseUrl !== null;
  if (isPostgres !== (manifest.database.kind === "postgres")) {
    throw new StartRefusal(
      isPostgres
        ? "This is a backup of an embedded database: leave DATABASE_URL out."
        : "This is a backup of a PostgreSQL database: put its dump back with pg_restore, set DATABASE_URL, and run this again.",
    );
  }
  return env.databaseUrl === null
    ? restoreEmbedded(env, order, manifest, now)
    : restorePostgres(env, env.databaseUrl, order, manifest, now);
}

async function restoreEmbedded(
  env: Env,
  order: RestoreOrder,
  manifest: Manifest,
  now: Date,
): Promise<Restored> {
  const { dataDir } = env;
  const standing = path.join(dataDir, "db");
  const lock = await lockFolder(dataDir);
  const building = restoringFolder(dataDir);
  try {
    if (existsSync(standing) && !order.replace) {
      throw new StartRefusal(
        `There is a database in ${dataDir} already: --replace puts it aside, nothing of it is lost.`,
      );
    }
    const pepper = env.given.pepper ?? readStoredSecrets(dataDir).pepper;
    if (!pepper) {
      throw new StartRefusal(
        `The pepper of this deployment is not known: set NOD_PEPPER, or put its secrets.json into ${dataDir}.`,
      );
    }
    const journal = order.withoutJournal
      ? null
      : await readJournalAfter(dataDir, pepper, manifest.journal);
    await rm(building, { recursive: true, force: true });
    const copied = await copyFolder(databaseFolder(order.folder), path.join(building, "db"));
    if (manifest.database.kind === "embedded" && copied.sha256 !== manifest.database.sha256) {
      await rm(building, { recursive: true, force: true });
      throw new StartRefusal(
        `The backup in ${order.folder} is damaged: its files are not those that were kept. Nothing was restored.`,
      );
    }
    const database = await openEmbedded(building);
    const people = await settle(env, database, { pepper, manifest, journal, now }).finally(
      database.close,
    );
    // The engine's snapshots know what happened after the backup.
    await rm(path.join(dataDir, "reach"), { recursive: true, force: true });
    const aside = existsSync(standing) ? asideOf(dataDir, now) : null;
    if (aside) await rename(standing, aside);
    await rename(path.join(building, "db"), standing);
    await rm(building, { recursive: true, force: true });
    return { madeAt: manifest.madeAt, people, aside };
  } catch (error) {
    throw folderProblem(dataDir, error) ?? error;
  } finally {
    await lock.release();
  }
}

const asideOf = (dataDir: string, now: Date): string =>
  path.join(dataDir, `db-before-${now.toISOString().replace(/\W/g, "-")}`);

async function restorePostgres(
  env: Env,
  databaseUrl: string,
  order: RestoreOrder,
  manifest: Manifest,
  now: Date,
): Promise<Restored> {
  const database = await openPostgres(databaseUrl, (error) => console.error(error.message));
  try {
    const release = await holdMembers(databaseUrl, "import");
    try {
      const { pepper } = await resolveSecrets(env, database);
      const journal = order.withoutJournal
        ? null
        : await readJournalAfter(env.dataDir, pepper, manifest.journal);
      const people = await settle(env, database, { pepper, manifest, journal, now });
      await rm(path.join(env.dataDir, "reach"), { recursive: true, force: true });
      return { madeAt: manifest.madeAt, people, aside: null };
    } finally {
      await release();
    }
  } finally {
    await database.close();
  }
}

interface Settling {
  readonly pepper: string;
  readonly manifest: Manifest;
  /** null: left out. */
  readonly journal: readonly JournalEntry[] | null;
  readonly now: Date;
}

/** Makes a restored database what it would be if it had heard of everything since. */
async function settle(
  env: Env,
  { db }: OpenDatabase,
  { pepper, manifest, journal, now }: Settling,
): Promise<number | null> {
  const facts = await readPopulation(db);
  const people =
    journal && facts ? await replayJournal({ db, facts, pepper, at: now }, journal) : 0;
  const before = lastSeen(env.dataDir);
  if (journal) {
    const open = await openReservations(env.dataDir, pepper, manifest, journal.length);
    await bringBackCharges(db, [...open, ...journal], before);
  } else {
    const rate = env.mode === "live" || facts?.imported ? 1 : demoRate;
    const elapsedMs = (now.getTime() - Date.parse(manifest.madeAt)) * rate;
    await chargeWhatCouldBe(db, before, elapsedMs);
  }
  await bumpEpochSalt(db);
  // Tables on ClickHouse that this deployment filled hold what happened after the backup: new ones are made.
  await db.delete(setting).where(eq(setting.key, "deployment"));
  return journal && people;
}

/** PostgreSQL may be kept while a server runs: what it had reserved before may have been spent after. */
async function openReservations(
  dataDir: string,
  pepper: string,
  { database, journal: mark }: Manifest,
  after: number,
): Promise<readonly JournalEntry[]> {
  if (database.kind === "embedded") return [];
  const all = await readJournalAfter(dataDir, pepper, { id: mark.id, bytes: mark.id.length + 1 });
  const last = new Map<string, JournalEntry>();
  for (const entry of all.slice(0, all.length - after)) {
    if (entry.kind === "charged") last.set(`${entry.use} ${entry.workspace}`, entry);
  }
  return [...last.values()];
}
