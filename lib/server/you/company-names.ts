import "server-only";
import { inArray } from "drizzle-orm";
import type { Database } from "../db/database";
import { company } from "../db/schema/network";

/** Names of companies by id; who has none here is left out. */
export async function companyNames(
  db: Database,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const rows = await db
    .select()
    .from(company)
    .where(inArray(company.id, [...new Set(ids)]));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
