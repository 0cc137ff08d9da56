import type { Client, Role } from "@/lib/workspace/actor";
import type { Database } from "../db/database";
import { workspaceStores } from "../store/workspace-stores";

export interface MadeWorkspace {
  readonly agencyId: string;
  readonly client: Client;
  readonly people: Readonly<Record<Role, string>>;
}

/** An agency of its own for one browser journey: one client, one person per role, nothing else. Test mode only. */
export async function makeWorkspace(db: Database): Promise<MadeWorkspace> {
  const stores = workspaceStores(db);
  const agencyId = crypto.randomUUID();
  await stores.founding.insertAgency({ id: agencyId, name: "Northlight" });
  const person = async (role: Role, name: string) => {
    const id = crypto.randomUUID();
    await stores.people.insertPerson({ id, name, email: `${id}@northlight.example` });
    await stores.people.putGrant(id, { agencyId, clientId: null, role });
    return id;
  };
  const people = {
    owner: await person("owner", "Ada Owner"),
    marketer: await person("marketer", "Max Marketer"),
    account_manager: await person("account_manager", "Ann Manager"),
    viewer: await person("viewer", "Vic Viewer"),
  };
  const account = {
    agencyId,
    name: "Belbra Fitness",
    currency: "EUR",
    minorUnits: 100,
    timeZone: "Europe/Berlin",
  };
  const client: Client = {
    ...account,
    id: crypto.randomUUID(),
    accountId: await stores.adAccounts.open(account),
    companies: [{ id: "belbra-fitness", name: "Belbra Fitness", relation: "owns" }],
  };
  await stores.clients.insertClient(client);
  return { agencyId, client, people };
}
