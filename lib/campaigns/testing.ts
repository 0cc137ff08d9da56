import type { Audience } from "@/lib/audiences/audience";
import { noRules } from "@/lib/audiences/rule-values";
import type { AudienceStore } from "@/lib/audiences/store";
import type { Client, Role } from "@/lib/workspace/actor";
import type { Campaign, DraftPlan } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { fakeAdApi } from "./fake-ad-api";
import { memoryCampaignStore } from "./memory-store";

export const lakeside: Client = {
  id: "c1",
  agencyId: "a1",
  name: "Lakeside Cycles",
  accountId: "act_1",
  currency: "EUR",
  minorUnits: 100,
  timeZone: "Europe/Berlin",
  companies: [
    { id: "p1", name: "Lakeside", relation: "owns" },
    { id: "p2", name: "Harbour Bikes", relation: "may_use" },
  ],
};
const harbour: Client = {
  ...lakeside,
  id: "c2",
  name: "Harbour",
  accountId: "act_2",
  companies: [],
};
const elsewhere: Client = { ...lakeside, id: "c9", agencyId: "a2", accountId: "act_9" };

export const anAudience = (over: Partial<Audience> = {}): Audience => ({
  id: "au1",
  agencyId: "a1",
  clientId: "c1",
  name: "Weekend riders",
  state: "saved",
  rules: { ...noRules, countries: ["DE"] },
  version: 1,
  createdAt: new Date("2026-08-01T10:00:00Z"),
  updatedAt: new Date("2026-08-01T10:00:00Z"),
  updatedBy: "Mara",
  ...over,
});

export const aPlan = (over: Partial<DraftPlan> = {}): DraftPlan => ({
  name: "Spring rides",
  objective: "OUTCOME_AWARENESS",
  audienceId: "au1",
  companyId: "p1",
  onlyCompanyPeople: true,
  budget: { kind: "daily", minor: 80_000 },
  startDay: "2026-09-01",
  endDay: "2026-09-30",
  maxFrequency: { times: 2, days: 7 },
  message: "The lake road is open again.",
  headline: "Ride with us on Sunday",
  link: "https://lakeside.example/rides",
  callToAction: "SIGN_UP",
  ...over,
});

export const aDraft = (over: Partial<Campaign> = {}): Campaign => ({
  id: "k1",
  agencyId: "a1",
  clientId: "c1",
  name: "Spring rides",
  state: "draft",
  plan: aPlan(),
  launchedRules: null,
  remote: {},
  version: 0,
  createdAt: new Date("2026-08-30T10:00:00Z"),
  updatedAt: new Date("2026-08-30T10:00:00Z"),
  updatedBy: "Mara",
  launchedAt: null,
  ...over,
});

/** An agency with two clients, a marketer's campaign, and a network that answers in memory. */
export function aWorld(options: { audiences?: readonly Audience[] } = {}) {
  const network = fakeAdApi();
  const campaigns = memoryCampaignStore();
  const clients = [lakeside, harbour, elsewhere];
  const listed = options.audiences ?? [anAudience()];
  const audiences: Pick<AudienceStore, "get" | "list"> = {
    get: async (agencyId, id) =>
      listed.find((one) => one.agencyId === agencyId && one.id === id) ?? null,
    list: async (agencyId, clientId) =>
      listed.filter((one) => one.agencyId === agencyId && one.clientId === clientId),
  };
  const as = (role: Role, agencyId = "a1", name = "Mara"): CampaignCtx => ({
    actor: {
      personId: `${role}-${agencyId}`,
      name,
      email: "mara@agency.example",
      agencyId,
      agencyName: "Northlight",
      grants: [{ agencyId, clientId: null, role }],
    },
    workspace: {
      listClients: async (id) => clients.filter((one) => one.agencyId === id),
      getClient: async (id, clientId) =>
        clients.find((one) => one.agencyId === id && one.id === clientId) ?? null,
    },
    audiences,
    campaigns,
    adApi: network.adApi,
    now: () => new Date("2026-09-01T08:00:00Z"),
  });
  return {
    network,
    campaigns,
    as,
    marketer: as("marketer"),
    viewer: as("viewer"),
    accountManager: as("account_manager"),
    stranger: as("owner", "a2"),
  };
}
