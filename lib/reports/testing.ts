import { noRules } from "@/lib/audiences/rule-values";
import type { Campaign } from "@/lib/campaigns/campaign";
import { daysOf } from "@/lib/campaigns/days";
import { aDraft, aPlan, lakeside } from "@/lib/campaigns/testing";
import type { Client, Grant } from "@/lib/workspace/actor";
import type { Passwords, Tokens } from "@/lib/workspace/credential-store";
import { memoryAttempts } from "./attempts";
import { fakeDelivery, type People, type RanCampaign } from "./fake-delivery";
import { memoryReportShareStore } from "./memory-shares";
import type { ShareProofs } from "./share-ports";

export const harbour: Client = {
  ...lakeside,
  id: "c2",
  name: "Harbour",
  accountId: "act_2",
  currency: "JPY",
  minorUnits: 1,
  timeZone: "Asia/Tokyo",
  companies: [],
};
const elsewhere: Client = { ...lakeside, id: "c9", agencyId: "a2", accountId: "act_9" };

/** A launched campaign of Lakeside as the dashboard keeps it. */
export function launched(
  id: string,
  over: {
    name?: string;
    clientId?: string;
    startDay?: string;
    endDay?: string;
    dailyMinor?: number;
    state?: Campaign["state"];
    forecast?: Campaign["plan"]["forecast"];
  } = {},
): Campaign {
  const name = over.name ?? `Campaign ${id}`;
  return aDraft({
    id: `k-${id}`,
    name,
    clientId: over.clientId ?? "c1",
    state: over.state ?? "launched",
    remote: over.state === "draft" ? {} : { campaign: id },
    launchedRules: {
      ...noRules,
      any: [{ segment: "410", withinDays: null, minStrength: null }],
      countries: ["DE"],
    },
    plan: aPlan({
      name,
      startDay: over.startDay ?? "2026-09-01",
      endDay: over.endDay ?? "2026-09-30",
      budget: { kind: "daily", minor: over.dailyMinor ?? 10_000 },
      maxFrequency: null,
      forecast: over.forecast ?? null,
    }),
  });
}

/** A campaign that reached the same people on each of its days, twice each. */
export function ran(
  id: string,
  people: People,
  over: Partial<RanCampaign> & { since?: string; until?: string; spendMinor?: number } = {},
): RanCampaign {
  const { since = "2026-09-01", until = "2026-09-28", spendMinor = 10_000, ...rest } = over;
  const day = { people, impressions: (people[1] - people[0]) * 2, spendMinor };
  return {
    id,
    name: `Campaign ${id}`,
    days: Object.fromEntries(daysOf(since, until).map((one) => [one, day])),
    ...rest,
  };
}

export const september = { since: "2026-09-01", until: "2026-09-28" };

const plainPasswords: Passwords = {
  hash: async (password) => `hash of ${password}`,
  verify: async (password, hash) => hash === `hash of ${password}`,
};

function countedTokens(): Tokens {
  let made = 0;
  return {
    create: () => String(++made).padStart(43, "t"),
    hash: (token) => `#${token}`,
  };
}

const plainProofs: ShareProofs = {
  of: (token, passwordHash) => `${token} with ${passwordHash}`,
  same: (a, b) => a === b,
};

/** An agency with two clients, people of every role, and a network that counts people as sets. */
export function aReportingWorld() {
  const network = fakeDelivery();
  const own: Campaign[] = [];
  const reportShares = memoryReportShareStore();
  const clients = [lakeside, harbour, elsewhere];
  const clock = { now: new Date("2026-09-29T10:00:00Z") };
  let ids = 0;
  const shared = {
    workspace: {
      listClients: async (agencyId: string) => clients.filter((one) => one.agencyId === agencyId),
      getClient: async (agencyId: string, id: string) =>
        clients.find((one) => one.agencyId === agencyId && one.id === id) ?? null,
    },
    campaigns: {
      list: async (agencyId: string, clientId: string) =>
        own.filter((one) => one.agencyId === agencyId && one.clientId === clientId),
    },
    adApi: network.adApi,
    reportShares,
    passwords: plainPasswords,
    tokens: countedTokens(),
    proofs: plainProofs,
    attempts: memoryAttempts(),
    newId: () => `s${++ids}`,
    now: () => clock.now,
  };
  const as = (grants: readonly Omit<Grant, "agencyId">[], agencyId = "a1") => ({
    ...shared,
    actor: {
      personId: "p1",
      name: "Ines",
      email: "ines@agency.example",
      agencyId,
      agencyName: "Northlight",
      grants: grants.map((grant) => ({ ...grant, agencyId })),
    },
  });
  return {
    network,
    own,
    clock,
    reportShares,
    manager: as([{ clientId: null, role: "account_manager" }]),
    viewer: as([{ clientId: null, role: "viewer" }]),
    harbourOnly: as([{ clientId: "c2", role: "account_manager" }]),
    nobody: as([]),
    stranger: as([{ clientId: null, role: "owner" }], "a2"),
    reader: shared,
  };
}
