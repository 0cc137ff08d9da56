import { existsSync } from "node:fs";
import path from "node:path";
import { getTableColumns, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import type { Env } from "../env";
import { readStoredSecrets, shareSecrets } from "../secrets";
import { StartRefusal } from "../start-refusal";
import type { Database } from "./database";
import { openEmbedded } from "./open-embedded";
import { openPostgres } from "./open-postgres";
import { rowsOf } from "./rows";
import * as audiences from "./schema/audiences";
import * as auth from "./schema/auth";
import * as campaigns from "./schema/campaigns";
import * as ledger from "./schema/ledger";
import * as lists from "./schema/lists";
import * as members from "./schema/members";
import * as network from "./schema/network";
import * as reports from "./schema/reports";
import * as signals from "./schema/signals";
import * as workspace from "./schema/workspace";

const allTables: readonly PgTable[] = [
  auth,
  workspace,
  network,
  members,
  ledger,
  signals,
  lists,
  audiences,
  campaigns,
  reports,
]
  .flatMap((schema): unknown[] => Object.values(schema))
  .filter((value): value is PgTable => is(value, PgTable));

const nameOf = (table: PgTable): string => {
  const { schema, name } = getTableConfig(table);
  return schema ? `${schema}.${name}` : name;
};

/** Every table after the ones that its foreign keys point to. */
export function tablesInOrder(): readonly PgTable[] {
  const ordered: PgTable[] = [];
  const visit = (table: PgTable) => {
    if (ordered.includes(table)) return;
    for (const key of getTableConfig(table).foreignKeys) {
      const { foreignTable } = key.reference();
      if (foreignTable !== table) visit(foreignTable);
    }
    ordered.push(table);
  };
  for (const table of allTables) visit(table);
  return ordered;
}

async function countRows(db: Database, table: PgTable): Promise<number> {
  const [row] = rowsOf<{ rows: string | number }>(
    await db.execute(sql`select count(*) as rows from ${table}`),
  );
  return Number(row?.rows ?? 0);
}

/** Bitsets of reached people are a quarter of a megabyte a row at two million members, packed members likewise. */
const wide: readonly PgTable[] = [
  network.settledDay,
  members.memberPack,
  members.consentLedger,
  ledger.ledgerIntake,
];
const batchOf = (table: PgTable): number => (wide.includes(table) ? 20 : 500);

/** Pages by where rows lie (`ctid`), which stands still because nobody else writes meanwhile. */
async function copyTable(from: Database, to: Database, table: PgTable): Promise<number> {
  const limit = batchOf(table);
  let copied = 0;
  let last = "(0,0)";
  for (;;) {
    const rows = await from
      .select({ row: getTableColumns(table), place: sql<string>`${table}.ctid::text` })
      .from(table)
      .where(sql`${table}.ctid > ${last}::tid`)
      .orderBy(sql`${table}.ctid`)
      .limit(limit);
    const end = rows.at(-1);
    if (!end) return copied;
    await to.insert(table).values(rows.map(({ row }) => row));
    copied += rows.length;
    last = end.place;
  }
}

/** A sequence carries on after the highest number that came over. */
async function resetSequences(to: Database, table: PgTable): Promise<void> {
  for (const column of getTableConfig(table).columns) {
    if (!/serial/.test(column.getSQLType())) continue;
    const name = sql.identifier(column.name);
    await to.execute(
      sql`select setval(pg_get_serial_sequence(${nameOf(table)}, ${column.name}), coalesce(max(${name}), 0) + 1, false) from ${table}`,
    );
  }
}

async function refuseFilled(to: Database): Promise<void> {
  for (const table of allTables) {
    if ((await countRows(to, table)) === 0) continue;
    throw new StartRefusal(
      `The database at DATABASE_URL is not empty (${nameOf(table)} has rows): nothing was moved.`,
    );
  }
}

/**
 * Every row of one migrated database into another that has none; run it in a transaction of the target.
 * @throws StartRefusal when the target has rows, or a table's count differs after the copy.
 */
export async function moveRows(
  from: Database,
  to: Database,
  say: (line: string) => void,
): Promise<void> {
  await refuseFilled(to);
  for (const table of tablesInOrder()) {
    const copied = await copyTable(from, to, table);
    const [before, after] = [await countRows(from, table), await countRows(to, table)];
    if (before !== after) {
      throw new StartRefusal(
        `${nameOf(table)} has ${before} rows here and ${after} there: nothing was moved.`,
      );
    }
    await resetSequences(to, table);
    if (copied > 0) say(`${nameOf(table)}: ${copied} rows`);
  }
}

/**
 * Carries the embedded database over to DATABASE_URL: everything or nothing. The embedded one stays as it was, and so
 * does the release key in NOD_DATA, which is never written to a database.
 * @throws StartRefusal while a server holds the embedded database, or when the target has rows.
 */
export async function moveToPostgres(
  env: Pick<Env, "databaseUrl" | "dataDir">,
  say: (line: string) => void,
): Promise<void> {
  if (env.databaseUrl === null) {
    throw new StartRefusal("DATABASE_URL must name the database to move to.");
  }
  if (!existsSync(path.join(env.dataDir, "db"))) {
    throw new StartRefusal(`There is no embedded database in ${env.dataDir}: nothing to move.`);
  }
  const from = await openEmbedded(env.dataDir);
  try {
    const to = await openPostgres(env.databaseUrl, (error) => say(error.message));
    try {
      await to.db.transaction(async (tx) => {
        await moveRows(from.db, tx, say);
        await shareSecrets(tx, readStoredSecrets(env.dataDir));
      });
      say("Everything was moved. Start with the same DATABASE_URL and NOD_DATA from now on.");
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
