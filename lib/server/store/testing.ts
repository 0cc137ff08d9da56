import { sql } from "drizzle-orm";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzleLite } from "drizzle-orm/pglite";
import pg from "pg";
import type { Database } from "../db/database";
import { migrationsFolder } from "../db/migrate";
import { rowsOf } from "../db/rows";
import { organization, user } from "../db/schema/auth";
import { client } from "../db/schema/workspace";
import { memoryDatabase } from "./testing-template";

export interface DatabaseUnderTest {
  readonly name: "PGlite" | "PostgreSQL";
  /** A migrated database without a row. One server is shared by a test file: an earlier answer is emptied too. */
  readonly empty: () => Promise<Database>;
}

const opened: { lite?: Promise<Database>; pg?: Promise<Database> } = {};

/**
 * The databases that store contracts run over: PGlite in memory always, PostgreSQL when TEST_DATABASE_URL names one.
 *
 *     for (const under of storesUnderTest()) {
 *       audienceStoreContract(under.name, async () => audienceStore(await under.empty()));
 *     }
 */
export function storesUnderTest(): readonly DatabaseUnderTest[] {
  const lite: DatabaseUnderTest = {
    name: "PGlite",
    empty: async () => {
      opened.lite ??= memoryDatabase().then((memory) => drizzleLite(memory));
      return emptied(await opened.lite);
    },
  };
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return [lite];
  const postgres: DatabaseUnderTest = {
    name: "PostgreSQL",
    empty: async () => {
      opened.pg ??= ownPostgres(url);
      return emptied(await opened.pg);
    },
  };
  return [lite, postgres];
}

/** A database of its own for each test file, because files run side by side. */
async function ownPostgres(url: string): Promise<Database> {
  const name = `test_${process.pid}_${Math.floor(Math.random() * 1e9)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: own.href, max: 4, allowExitOnIdle: true });
  pool.on("error", () => undefined);
  const db = drizzlePg(pool);
  await migrate(db, { migrationsFolder: migrationsFolder() });
  return db;
}

async function emptied(db: Database): Promise<Database> {
  const tables = rowsOf<{ name: string }>(
    await db.execute(
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'network')`,
    ),
  );
  const names = tables.map(({ name }) => name).join(", ");
  await db.execute(sql.raw(`truncate ${names} restart identity cascade`));
  return db;
}

/** Rows that other tables point to: an agency with its clients and one person. Account ids count up from `account`. */
export async function insertAgency(
  db: Database,
  agency: { id: string; clientIds: readonly string[]; personId?: string; account: number },
): Promise<void> {
  await db.insert(organization).values({ id: agency.id, name: agency.id, slug: agency.id });
  if (agency.personId) {
    await db.insert(user).values({
      id: agency.personId,
      name: agency.personId,
      email: `${agency.personId}@example.org`,
    });
  }
  for (const [index, id] of agency.clientIds.entries()) {
    await db.insert(client).values({
      id,
      agencyId: agency.id,
      name: `Client ${id}`,
      accountId: `act_${agency.account + index}`,
      currency: "EUR",
      minorUnits: 100,
      timeZone: "Europe/Berlin",
    });
  }
}
