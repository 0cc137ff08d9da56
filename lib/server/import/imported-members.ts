import { createHash } from "node:crypto";
import { asc } from "drizzle-orm";
import { yearOfDay } from "@/lib/network/population/age-band";
import { batchOfPack } from "@/lib/network/population/import/batch-of-pack";
import type { Database } from "../db/database";
import { memberImport } from "../db/schema/members";
import { company } from "../db/schema/network";
import type { GivenMembers } from "../engines/embedded/population";
import type { PopulationFacts } from "../population-facts";
import { listPacks } from "./packs";

/**
 * The imported members for an engine, as old as they are in the year of `today`; packs are read one at a time while it loads. The
 * key changes with every import, with the companies and with the year, because members older by a year lie in other cells.
 */
export async function importedMembers(
  db: Database,
  { members }: Pick<PopulationFacts, "members">,
  today: number,
): Promise<GivenMembers> {
  const year = yearOfDay(today);
  const known = await db.select({ id: company.id }).from(company);
  // Sorted here, because databases differ in how they sort text.
  const companies = known.map(({ id }) => id).sort();
  const indexes = new Map(companies.map((id, index) => [id, index]));
  const imports = await db
    .select({ id: memberImport.id, at: memberImport.startedAt, members: memberImport.members })
    .from(memberImport)
    .orderBy(asc(memberImport.startedAt), asc(memberImport.id));
  const made = JSON.stringify([imports, companies]);
  return {
    kind: "given",
    key: `imported ${year} ${createHash("sha256").update(made).digest("hex")}`,
    members,
    companies,
    async *batches() {
      for await (const { first, pack } of listPacks(db)) {
        yield batchOfPack(pack, first, indexes, year);
      }
    },
  };
}
