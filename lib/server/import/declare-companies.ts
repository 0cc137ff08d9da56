import { readFile } from "node:fs/promises";
import { count, sql } from "drizzle-orm";
import {
  type CompanyLine,
  mostCompanies,
  readCompanies,
} from "@/lib/network/population/import/company-line";
import type { Database } from "../db/database";
import { company } from "../db/schema/network";
import { StartRefusal } from "../start-refusal";

/** @throws StartRefusal for a file that cannot be read, or is not a list of companies. */
export async function openCompanies(file: string): Promise<readonly CompanyLine[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const why = error instanceof Error ? error.message : "it is not there";
    throw new StartRefusal(`${file} cannot be read: ${why}.`);
  });
  const companies = readCompanies(text);
  if (!companies.ok) throw new StartRefusal(`${file}: ${companies.error.message}`);
  return companies.value;
}

/**
 * Adds companies to the list, or gives them the names they have now; none is ever taken off, because campaigns speak of them.
 * @throws StartRefusal when there would be more than a network holds.
 */
export async function declareCompanies(
  db: Database,
  companies: readonly CompanyLine[],
): Promise<void> {
  if (companies.length === 0) return;
  await db.transaction(async (tx) => {
    for (let first = 0; first < companies.length; first += 1_000) {
      await tx
        .insert(company)
        .values(companies.slice(first, first + 1_000))
        .onConflictDoUpdate({ target: company.id, set: { name: sql`excluded.name` } });
    }
    const [all] = await tx.select({ companies: count() }).from(company);
    if ((all?.companies ?? 0) > mostCompanies) {
      throw new StartRefusal("With these there would be more than 10,000 companies.");
    }
  });
}
