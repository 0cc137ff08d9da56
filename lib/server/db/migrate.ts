import { readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { StartRefusal } from "../start-refusal";
import type { Database } from "./database";
import { rowsOf } from "./rows";

/** Relative to where the app is started: its root. */
export const migrationsFolder = (): string =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "lib/server/db/migrations");

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

export function newestMigration(): { when: number; tag: string } {
  const file = path.join(/* turbopackIgnore: true */ migrationsFolder(), "meta/_journal.json");
  const journal: Journal = JSON.parse(readFileSync(file, "utf8"));
  return journal.entries.reduce((newest, entry) => (entry.when > newest.when ? entry : newest), {
    when: 0,
    tag: "none",
  });
}

/** When the database's last migration was written, in milliseconds; 0 for a database without any. */
async function lastMigrationOf(db: Database): Promise<number> {
  const [table] = rowsOf<{ name: string | null }>(
    await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`),
  );
  if (!table?.name) return 0;
  const [last] = rowsOf<{ when: string | number | null }>(
    await db.execute(sql`select max(created_at) as "when" from drizzle.__drizzle_migrations`),
  );
  return Number(last?.when ?? 0);
}

/** @throws StartRefusal when a newer Nod has already migrated the database. */
export async function refuseNewerDatabase(db: Database, where: string): Promise<void> {
  const ours = newestMigration();
  const theirs = await lastMigrationOf(db);
  if (theirs <= ours.when) return;
  const date = (time: number) => new Date(time).toISOString().slice(0, 10);
  throw new StartRefusal(
    `The database ${where} was written by a newer Nod (its last migration is of ${date(theirs)}, this one knows up to ${date(ours.when)}): start that version.`,
  );
}
