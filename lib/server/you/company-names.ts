import "server-only";
import { inArray } from "drizzle-orm";
import type { Database } from "../db/database";
import { adAccount, company } from "../db/schema/network";

/** Names of companies by id, also of advertisers who go by their ad account's; who has none here is left out. */
export async function companyNames(
  db: Database,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const named = [...new Set(ids)];
  const accounts = named.flatMap((id) => /^act_(\d+)$/.exec(id)?.[1] ?? []);
  const [companies, advertisers] = await Promise.all([
    db.select().from(company).where(inArray(company.id, named)),
    accounts.length === 0
      ? []
      : db
          .select({ id: adAccount.id, name: adAccount.name })
          .from(adAccount)
          .where(inArray(adAccount.id, accounts)),
  ]);
  return Object.fromEntries([
    ...companies.map(({ id, name }) => [id, name]),
    ...advertisers.map(({ id, name }) => [`act_${id}`, name]),
  ]);
}
