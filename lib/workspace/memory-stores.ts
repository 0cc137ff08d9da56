import { ok, refuse } from "@/lib/result";
import type { Client, Grant } from "./actor";
import type { AdAccounts, AdToken, NetworkCompany } from "./ad-accounts";
import type { CredentialStore, PasswordLink } from "./credential-store";
import type { Founding } from "./founding";
import { keepsAnOwner, lastOwner } from "./last-owner";
import type { PeopleStore } from "./people-store";
import type { Person } from "./person";
import type { ClientStore } from "./store";
import type { WorkspaceStores } from "./stores";

interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface State {
  agencies: Set<string>;
  accounts: Map<string, Account>;
  grants: { personId: string; grant: Grant }[];
  passwords: Map<string, string>;
  links: (PasswordLink & { used: boolean })[];
  /** Session id to person. */
  sessions: Map<string, string>;
  clients: Client[];
  companies: NetworkCompany[];
  tokens: { agencyId: string; token: AdToken }[];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en");

function people(state: State): PeopleStore {
  const standing = (agencyId: string) => state.grants.filter((g) => g.grant.agencyId === agencyId);
  const personAt = (agencyId: string, account: Account): Person => ({
    ...account,
    hasPassword: state.passwords.has(account.id),
    grants: standing(agencyId)
      .filter((g) => g.personId === account.id)
      .map((g) => g.grant),
  });
  const listPeople = async (agencyId: string) =>
    [...state.accounts.values()]
      .map((account) => personAt(agencyId, account))
      .filter((person) => person.grants.length > 0)
      .sort(byName);
  const without = (personId: string, agencyId: string, clientId: string | null) =>
    state.grants.filter(
      ({ personId: who, grant }) =>
        who !== personId || grant.agencyId !== agencyId || grant.clientId !== clientId,
    );
  const settle = (agencyId: string, next: State["grants"]) => {
    const grantsOf = (all: State["grants"]) =>
      all.map(({ grant }) => grant).filter((grant) => grant.agencyId === agencyId);
    if (!keepsAnOwner(grantsOf(state.grants), grantsOf(next))) return lastOwner();
    state.grants = next;
    return ok(undefined);
  };
  return {
    listPeople,
    getPerson: async (agencyId, personId) =>
      (await listPeople(agencyId)).find((person) => person.id === personId) ?? null,
    findByEmail: async (email) =>
      [...state.accounts.values()].find((account) => account.email === email) ?? null,
    worksElsewhere: async (agencyId, personId) =>
      state.grants.some((g) => g.personId === personId && g.grant.agencyId !== agencyId),
    insertPerson: async (account) => {
      if ([...state.accounts.values()].some(({ email }) => email === account.email)) {
        return refuse("email_taken", "Somebody signs in with this address already.");
      }
      state.accounts.set(account.id, account);
      return ok(undefined);
    },
    putGrant: async (personId, grant) =>
      settle(grant.agencyId, [
        ...without(personId, grant.agencyId, grant.clientId),
        { personId, grant },
      ]),
    removeGrant: async (personId, agencyId, clientId) => {
      const next = without(personId, agencyId, clientId);
      if (next.length === state.grants.length) return ok(false);
      const settled = settle(agencyId, next);
      return settled.ok ? ok(true) : settled;
    },
  };
}

function credentials(state: State): CredentialStore {
  const open = (tokenHash: string, now: Date) =>
    state.links.find((link) => link.tokenHash === tokenHash && !link.used && link.expiresAt > now);
  return {
    getPasswordHash: async (personId) => state.passwords.get(personId) ?? null,
    setPasswordHash: async (personId, passwordHash) => {
      state.passwords.set(personId, passwordHash);
    },
    endSessions: async (personId, except) => {
      for (const [id, owner] of state.sessions) {
        if (owner === personId && id !== except) state.sessions.delete(id);
      }
    },
    putLink: async (link) => {
      state.links = state.links.filter(({ personId }) => personId !== link.personId);
      state.links.push({ ...link, used: false });
    },
    peekLink: async (tokenHash, now) => {
      const account = state.accounts.get(open(tokenHash, now)?.personId ?? "");
      return account ? { email: account.email } : null;
    },
    redeemLink: async (tokenHash, now, passwordHash) => {
      const link = open(tokenHash, now);
      if (!link) return null;
      link.used = true;
      state.passwords.set(link.personId, passwordHash);
      return link.personId;
    },
  };
}

function clients(state: State): ClientStore {
  const find = (agencyId: string, id: string) =>
    state.clients.find((client) => client.agencyId === agencyId && client.id === id);
  return {
    listClients: async (agencyId) =>
      state.clients.filter((client) => client.agencyId === agencyId).sort(byName),
    getClient: async (agencyId, id) => find(agencyId, id) ?? null,
    insertClient: async (client) => {
      state.clients.push(client);
    },
    saveCompanies: async (agencyId, id, companies) => {
      const client = find(agencyId, id);
      if (!client) return false;
      const next = { ...client, companies: [...companies].sort(byName) };
      state.clients = state.clients.map((one) => (one === client ? next : one));
      return true;
    },
  };
}

function adAccounts(state: State): AdAccounts {
  let opened = 0;
  return {
    open: async () => {
      opened += 1;
      return `act_${1000 + opened}`;
    },
    searchCompanies: async (text) =>
      state.companies
        .filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
        .sort(byName)
        .slice(0, 50),
    findCompanies: async (ids) => state.companies.filter(({ id }) => ids.includes(id)),
    insertToken: async (agencyId, { tokenHash: _, ...token }) => {
      state.tokens.unshift({ agencyId, token });
    },
    listTokens: async (agencyId) =>
      state.tokens
        .filter((one) => one.agencyId === agencyId)
        .map(({ token }) => token)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
    revokeToken: async (agencyId, id, at) => {
      const found = state.tokens.find((one) => one.agencyId === agencyId && one.token.id === id);
      if (!found || found.token.revokedAt) return false;
      found.token = { ...found.token, revokedAt: at };
      return true;
    },
  };
}

function founding(state: State, stores: Pick<WorkspaceStores, "people" | "clients">): Founding {
  return {
    hasAnybody: async () => state.accounts.size > 0,
    insertAgency: async ({ id }) => {
      state.agencies.add(id);
    },
    found: async ({ agency, owner, passwordHash, client }) => {
      if (state.accounts.size > 0) return false;
      state.agencies.add(agency.id);
      state.passwords.set(owner.id, passwordHash);
      await stores.people.insertPerson(owner);
      await stores.people.putGrant(owner.id, {
        agencyId: agency.id,
        clientId: null,
        role: "owner",
      });
      await stores.clients.insertClient(client);
      return true;
    },
  };
}

/** The workspace in memory, for tests; `companies` are the ones the network knows. */
export function memoryWorkspace(
  companies: readonly NetworkCompany[] = [],
): WorkspaceStores & { readonly sessions: Map<string, string> } {
  const state: State = {
    agencies: new Set(),
    accounts: new Map(),
    grants: [],
    passwords: new Map(),
    links: [],
    sessions: new Map(),
    clients: [],
    companies: [...companies],
    tokens: [],
  };
  const some = { people: people(state), clients: clients(state) };
  return {
    ...some,
    credentials: credentials(state),
    adAccounts: adAccounts(state),
    founding: founding(state, some),
    sessions: state.sessions,
  };
}
