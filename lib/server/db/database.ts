import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** The database as every store sees it: PGlite and PostgreSQL alike. A transaction has the same type. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface OpenDatabase {
  readonly db: Database;
  readonly kind: "embedded" | "postgres";
  /** Finishes what runs, closes and frees the lock. */
  readonly close: () => Promise<void>;
}
