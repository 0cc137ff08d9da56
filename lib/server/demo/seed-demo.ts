import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Audience } from "@/lib/audiences/audience";
import { noRules } from "@/lib/audiences/rule-values";
import type { Rules } from "@/lib/audiences/rules";
import type { AudienceStore } from "@/lib/audiences/store";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { Client, ClientCompany } from "@/lib/workspace/actor";
import type { WorkspaceStores } from "@/lib/workspace/stores";
import { type DemoClient, demoClients } from "./clients";
import { demoAgency, demoPeople } from "./people";
import { seedCampaigns, weeksOfHistory } from "./seed-campaigns";

interface Needs {
  readonly stores: WorkspaceStores;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  /** The demo agency's client of the ad API, as if network time were `at`. */
  adApiAt(at: Date): AdApi;
  readonly networkNow: Date;
  onProgress(share: number): void;
}

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
  for (const [index, demo] of demoClients.entries()) {
    await seedClient(needs, demo);
    needs.onProgress((index + 1) / demoClients.length);
  }
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
  await seedCampaigns({ ...needs, clients: stores.clients }, client, demo, interested, customers);
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
