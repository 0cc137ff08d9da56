import { and, asc, eq, inArray } from "drizzle-orm";
import type { Client, ClientCompany } from "@/lib/workspace/actor";
import type { ClientStore } from "@/lib/workspace/store";
import type { Database } from "../db/database";
import { client, clientCompany } from "../db/schema/workspace";

async function withCompanies(
  db: Database,
  rows: readonly (typeof client.$inferSelect)[],
): Promise<Client[]> {
  if (rows.length === 0) return [];
  const companies = await db
    .select()
    .from(clientCompany)
    .where(
      inArray(
        clientCompany.clientId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(clientCompany.name));
  return rows.map(({ createdAt: _, ...row }) => ({
    ...row,
    companies: companies
      .filter((company) => company.clientId === row.id)
      .map(
        (company): ClientCompany => ({
          id: company.companyId,
          name: company.name,
          relation: company.owns ? "owns" : "may_use",
        }),
      ),
  }));
}

async function writeCompanies(
  db: Database,
  clientId: string,
  companies: readonly ClientCompany[],
): Promise<void> {
  await db.delete(clientCompany).where(eq(clientCompany.clientId, clientId));
  if (companies.length === 0) return;
  await db.insert(clientCompany).values(
    companies.map(({ id, name, relation }) => ({
      clientId,
      companyId: id,
      name,
      owns: relation === "owns",
    })),
  );
}

export async function writeClient(db: Database, added: Client): Promise<void> {
  const { companies, ...row } = added;
  await db.insert(client).values(row);
  await writeCompanies(db, added.id, companies);
}

export function clientStore(db: Database): ClientStore {
  const one = (agencyId: string, id: string) =>
    and(eq(client.agencyId, agencyId), eq(client.id, id));
  return {
    async listClients(agencyId) {
      const rows = await db
        .select()
        .from(client)
        .where(eq(client.agencyId, agencyId))
        .orderBy(asc(client.name), asc(client.id));
      return withCompanies(db, rows);
    },
    async getClient(agencyId, id) {
      const rows = await db.select().from(client).where(one(agencyId, id));
      const [found] = await withCompanies(db, rows);
      return found ?? null;
    },
    insertClient: (added) => db.transaction((tx) => writeClient(tx, added)),
    saveCompanies: (agencyId, id, companies) =>
      db.transaction(async (tx) => {
        const [found] = await tx.select().from(client).where(one(agencyId, id)).for("update");
        if (!found) return false;
        await writeCompanies(tx, id, companies);
        return true;
      }),
  };
}
