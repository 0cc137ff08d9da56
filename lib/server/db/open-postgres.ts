import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { StartRefusal } from "../start-refusal";
import type { OpenDatabase } from "./database";
import { migrationsFolder, refuseNewerDatabase } from "./migrate";

/** Any number that only Nod's migrations use: two servers starting at once migrate one after the other. */
const MIGRATION_LOCK = 7_063_001;

export async function openPostgres(
  databaseUrl: string,
  onError: (error: Error) => void,
): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  // Without a listener, a server that stops would end this process.
  pool.on("error", onError);
  try {
    await migratePostgres(pool);
  } catch (error) {
    await pool.end();
    throw asStartRefusal(databaseUrl, error);
  }
  return { db: drizzle(pool), kind: "postgres", close: () => pool.end() };
}

async function migratePostgres(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzle(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseNewerDatabase(db, "at DATABASE_URL");
    await migrate(db, { migrationsFolder: migrationsFolder() });
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function asStartRefusal(databaseUrl: string, error: unknown): unknown {
  if (error instanceof StartRefusal || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const { host, pathname } = new URL(databaseUrl);
  const unreachable = /^E[A-Z]+$/.test(code);
  const refused = /^(28|3D|53|57)/.test(code);
  if (!unreachable && !refused) return error;
  const reason = unreachable ? code : error.message;
  return new StartRefusal(
    `The database at DATABASE_URL (${host}${pathname}) cannot be opened: ${reason.replace(/\s+/g, " ")}.`,
  );
}
