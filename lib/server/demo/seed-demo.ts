import { createHash } from "node:crypto";
import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Audience } from "@/lib/audiences/audience";
import { noRules, type Rules } from "@/lib/audiences/rules";
import type { AudienceStore } from "@/lib/audiences/store";
import type { DraftPlan } from "@/lib/campaigns/campaign";
import { addDays, dayIn } from "@/lib/campaigns/days";
import { launchCampaign } from "@/lib/campaigns/launch-campaign";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { Actor, Client, ClientCompany } from "@/lib/workspace/actor";
import type { WorkspaceStores } from "@/lib/workspace/stores";
import { type DemoClient, demoClients } from "./clients";
import { demoAgency, demoPeople } from "./people";

interface Needs {
  readonly stores: WorkspaceStores;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  /** The demo agency's client of the ad API, as if network time were `at`. */
  adApiAt(at: Date): AdApi;
  readonly networkNow: Date;
  /** NOD_DEMO_TOKEN, if given. */
  readonly token: string | null;
  onProgress(share: number): void;
}

const weeksOfHistory = 8;
/** Where most members live: in one country alone a company's customers can be too few to show. */
const largeCountries = ["IN", "BR", "ID", "US", "MX", "TR", "DE", "GB", "IT", "ES", "NG", "PK"];
const dayMs = 86_400_000;

/** The demo agency with its people, 12 clients, their companies, audiences and campaigns, launched over the wire eight weeks ago. */
export async function seedDemo(needs: Needs): Promise<void> {
  const { stores } = needs;
  await stores.founding.insertAgency(demoAgency);
  for (const { role, ...person } of demoPeople) {
    await stores.people.insertPerson(person);
    await stores.people.putGrant(person.id, { agencyId: demoAgency.id, clientId: null, role });
  }
  if (needs.token) await insertToken(needs, needs.token);
  for (const [index, demo] of demoClients.entries()) {
    await seedClient(needs, demo);
    needs.onProgress((index + 1) / demoClients.length);
  }
}

async function insertToken({ stores, networkNow }: Needs, token: string): Promise<void> {
  await stores.adAccounts.insertToken(demoAgency.id, {
    id: "demo-token",
    name: "NOD_DEMO_TOKEN",
    scope: "manage",
    accountId: null,
    tokenHash: createHash("sha256").update(token).digest("hex"),
    createdAt: networkNow,
    revokedAt: null,
  });
}

async function seedClient(needs: Needs, demo: DemoClient): Promise<void> {
  const { stores, networkNow } = needs;
  const wanted = [demo.company, ...(demo.mayUse ? [demo.mayUse] : [])];
  const found = await stores.adAccounts.findCompanies(wanted);
  const companies = wanted.flatMap((id, index): ClientCompany[] => {
    const company = found.find((one) => one.id === id);
    return company ? [{ ...company, relation: index === 0 ? "owns" : "may_use" }] : [];
  });
  const account = {
    agencyId: demoAgency.id,
    name: companies[0]?.name ?? demo.id,
    currency: demo.currency,
    minorUnits: demo.minorUnits,
    timeZone: demo.timeZone,
  };
  const client: Client = {
    ...account,
    id: demo.id,
    accountId: await stores.adAccounts.open(account),
    companies,
  };
  await stores.clients.insertClient(client);

  const began = new Date(networkNow.getTime() - weeksOfHistory * 7 * dayMs);
  const interested = await seedAudience(needs, client, began, "interested", demo.audienceName, {
    ...noRules,
    ...demo.ages,
    countries: [...demo.countries],
    any: demo.likes.map(likes),
    must: demo.mustLike.map((segment) => [likes(segment)]),
    never: demo.never.map(likes),
  });
  const customers = await seedAudience(
    needs,
    client,
    began,
    "customers",
    `${client.name} customers`,
    {
      ...noRules,
      countries: [...new Set([...demo.countries, ...largeCountries])],
      relationship: { kind: "works_with", companies: [demo.company], by: null, withinDays: null },
    },
  );
  await seedCampaigns(needs, client, demo, interested, customers);
}

const likes = (segment: string) => ({ segment, withinDays: null, minStrength: null });

async function seedAudience(
  { audiences }: Needs,
  client: Client,
  at: Date,
  key: string,
  name: string,
  rules: Rules,
): Promise<Audience> {
  const saved = await audiences.save({
    id: `${client.id}-${key}`,
    agencyId: client.agencyId,
    clientId: client.id,
    name,
    state: "saved",
    rules,
    version: 0,
    createdAt: at,
    updatedAt: at,
    updatedBy: demoPeople[1].name,
  });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value;
}

async function seedCampaigns(
  needs: Needs,
  client: Client,
  demo: DemoClient,
  interested: Audience,
  customers: Audience,
): Promise<void> {
  const today = dayIn(client.timeZone, needs.networkNow);
  const [company] = client.companies;
  if (!company) return;
  const link = `https://www.${demo.id}.example/`;
  await seedCampaign(needs, client, "always-on", {
    name: `${client.name} – always on`,
    objective: "OUTCOME_AWARENESS",
    audienceId: interested.id,
    companyId: company.id,
    onlyCompanyPeople: false,
    budget: { kind: "daily", minor: demo.dailyMinor },
    startDay: addDays(today, -7 * weeksOfHistory),
    endDay: addDays(today, 28),
    maxFrequency: null,
    headline: `Meet ${company.name}`,
    message: `Good things from ${company.name}, for people who asked to hear about them.`,
    link,
    callToAction: "LEARN_MORE",
  });
  await seedCampaign(needs, client, "welcome-back", {
    name: `${client.name} – welcome back`,
    objective: "OUTCOME_SALES",
    audienceId: customers.id,
    companyId: company.id,
    onlyCompanyPeople: true,
    budget: { kind: "daily", minor: Math.round(demo.dailyMinor / 2) },
    startDay: addDays(today, -6 * 7),
    endDay: addDays(today, -8),
    maxFrequency: null,
    headline: "Welcome back",
    message: `You know ${company.name} already. Here is what is new this autumn.`,
    link,
    callToAction: "SHOP_NOW",
  });
}

/** Launches over the wire as if on the morning of the first day. An audience too small for it stays a draft, as it would for anyone. */
async function seedCampaign(
  needs: Needs,
  client: Client,
  key: string,
  plan: DraftPlan & { readonly name: string; readonly startDay: string },
): Promise<void> {
  const at = new Date(`${plan.startDay}T06:00:00Z`);
  const saved = await needs.campaigns.save({
    id: `${client.id}-${key}`,
    agencyId: client.agencyId,
    clientId: client.id,
    name: plan.name,
    state: "draft",
    plan: { ...plan, imageHash: null },
    launchedRules: null,
    remote: {},
    version: 0,
    createdAt: at,
    updatedAt: at,
    updatedBy: demoPeople[1].name,
    launchedAt: null,
  });
  if (!saved.ok) throw new Error(saved.error.message);
  const launched = await launchCampaign(
    {
      actor: marketer,
      workspace: needs.stores.clients,
      audiences: needs.audiences,
      campaigns: needs.campaigns,
      adApi: needs.adApiAt(at),
      now: () => at,
    },
    { campaignId: saved.value.id, version: saved.value.version },
  );
  if (!launched.ok && launched.error.code !== "too_small") {
    const fields = "fields" in launched.error ? JSON.stringify(launched.error.fields) : "";
    throw new Error(
      `The demo campaign ${key} of ${client.name}: ${launched.error.message} ${fields}`,
    );
  }
}

const marketer: Actor = {
  personId: demoPeople[1].id,
  name: demoPeople[1].name,
  email: demoPeople[1].email,
  agencyId: demoAgency.id,
  agencyName: demoAgency.name,
  grants: [{ agencyId: demoAgency.id, clientId: null, role: demoPeople[1].role }],
};
