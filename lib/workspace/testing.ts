import type { Actor, Client, Grant, Role } from "./actor";
import type { Passwords, Tokens } from "./credential-store";
import { memoryWorkspace } from "./memory-stores";

/** An actor of agency "a1"; by default a marketer of all its clients. */
export const anActor = (over: Partial<Actor> = {}): Actor => ({
  personId: "p1",
  name: "Mara",
  email: "mara@example.org",
  agencyId: "a1",
  agencyName: "North",
  grants: [{ agencyId: "a1", clientId: null, role: "marketer" }],
  ...over,
});

export const actorWith = (role: Role, clientId: string | null = null): Actor =>
  anActor({ grants: [{ agencyId: "a1", clientId, role }] });

export const aClient = (over: Partial<Client> = {}): Client => ({
  id: "c1",
  agencyId: "a1",
  name: "Bicycles & Co",
  accountId: "act_1",
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
  companies: [],
  ...over,
});

/** Reversible on purpose: nothing but tests. */
const plainPasswords: Passwords = {
  hash: async (password) => `hashed ${password}`,
  verify: async (password, hash) => hash === `hashed ${password}`,
};

function countedTokens(): Tokens {
  let count = 0;
  return {
    create: () => {
      count += 1;
      return `token-${count}`;
    },
    hash: (token) => `hash of ${token}`,
  };
}

interface Colleague {
  readonly id: string;
  readonly name?: string;
  readonly password?: string;
  readonly grants: readonly Grant[];
}

/** A workspace in memory with agency "a1" and its clients c1 and c2, and agency "a2" with c9; acting for `actor`. */
export async function aWorkspace(actor: Actor, colleagues: readonly Colleague[] = []) {
  const stores = memoryWorkspace([
    { id: "velo", name: "Velo" },
    { id: "alpine", name: "Alpine Huts" },
  ]);
  await stores.founding.insertAgency({ id: "a1", name: "North" });
  await stores.founding.insertAgency({ id: "a2", name: "South" });
  for (const [index, id] of ["c1", "c2"].entries()) {
    await stores.clients.insertClient(
      aClient({ id, name: `Client ${id}`, accountId: `act_${index + 1}` }),
    );
  }
  await stores.clients.insertClient(aClient({ id: "c9", agencyId: "a2", accountId: "act_9" }));
  for (const { id, name = id, password, grants } of colleagues) {
    await stores.people.insertPerson({ id, name, email: `${id}@example.org` });
    if (password) await stores.credentials.setPasswordHash(id, `hashed ${password}`);
    for (const grant of grants) await stores.people.putGrant(id, grant);
  }
  let ids = 0;
  return {
    ...stores,
    actor,
    workspace: stores.clients,
    passwords: plainPasswords,
    tokens: countedTokens(),
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
    now: () => new Date("2026-03-02T10:00:00Z"),
  };
}
