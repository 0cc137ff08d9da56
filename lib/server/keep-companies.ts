import { companies } from "@/lib/network/population/lists";
import type { Database } from "./db/database";
import { company } from "./db/schema/network";

/** The synthetic network's companies, so that clients can be given some; real ones come with an import. */
export async function keepCompanies(db: Database): Promise<void> {
  await db
    .insert(company)
    .values(companies.map(({ id, name }) => ({ id, name })))
    .onConflictDoNothing();
}

/** Ids of every company there is, for imported members: theirs came with them. */
export async function listCompanyIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.select({ id: company.id }).from(company);
  return new Set(rows.map(({ id }) => id));
}
