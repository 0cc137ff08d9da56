import type { AdApi } from "@/lib/ad-api/ad-api";
import type { Audience } from "@/lib/audiences/audience";
import type { AudienceStore } from "@/lib/audiences/store";
import type { Campaign, DraftPlan } from "@/lib/campaigns/campaign";
import type { CampaignCtx } from "@/lib/campaigns/ctx";
import { addDays, dayIn } from "@/lib/campaigns/days";
import { launchCampaign } from "@/lib/campaigns/launch-campaign";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import type { CampaignStore } from "@/lib/campaigns/store";
import type { Actor, Client } from "@/lib/workspace/actor";
import type { WorkspaceStore } from "@/lib/workspace/store";
import type { DemoClient } from "./clients";
import { demoAgency, demoPeople } from "./people";
import { pausedDaysAgo, waiting } from "./waiting";

interface Needs {
  readonly clients: WorkspaceStore;
  readonly audiences: AudienceStore;
  readonly campaigns: CampaignStore;
  /** The demo agency's client of the ad API, as if network time were `at`. */
  adApiAt(at: Date): AdApi;
  readonly networkNow: Date;
}

/** How long the demo agency has worked. */
export const weeksOfHistory = 8;
const dayMs = 86_400_000;

/** A client's campaigns, launched over the wire as if at their time; at some clients one waits for somebody. */
export async function seedCampaigns(
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
    maxFrequency: waiting[demo.id] === "capped" ? { times: 2, days: 7 } : null,
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
  if (waiting[demo.id] === "draft") {
    await seedDraft(
      needs,
      client,
      "autumn",
      {
        name: `${client.name} – autumn`,
        audienceId: interested.id,
        companyId: company.id,
        budget: { kind: "lifetime", minor: demo.dailyMinor * 14 },
        startDay: addDays(today, 7),
        endDay: addDays(today, 20),
      },
      daysAgo(needs, 2),
    );
  }
  if (waiting[demo.id] === "paused") {
    const at = daysAgo(needs, pausedDaysAgo);
    const paused = await pauseCampaign(contextAt(needs, at), `${client.id}-always-on`);
    if (!paused.ok && paused.error.code !== "not_launched") throw new Error(paused.error.message);
  }
}

const daysAgo = ({ networkNow }: Needs, days: number): Date =>
  new Date(networkNow.getTime() - days * dayMs);

const contextAt = (needs: Needs, at: Date): CampaignCtx => ({
  actor: marketer,
  workspace: needs.clients,
  audiences: needs.audiences,
  campaigns: needs.campaigns,
  adApi: needs.adApiAt(at),
  now: () => at,
});

async function seedDraft(
  { campaigns }: Needs,
  client: Client,
  key: string,
  plan: DraftPlan & { readonly name: string },
  at: Date,
): Promise<Campaign> {
  const saved = await campaigns.save({
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
  return saved.value;
}

/** Launches over the wire as if on the morning of the first day. An audience too small for it stays a draft, as it would for anyone. */
async function seedCampaign(
  needs: Needs,
  client: Client,
  key: string,
  plan: DraftPlan & { readonly name: string; readonly startDay: string },
): Promise<void> {
  const at = new Date(`${plan.startDay}T06:00:00Z`);
  const draft = await seedDraft(needs, client, key, plan, at);
  const launched = await launchCampaign(contextAt(needs, at), {
    campaignId: draft.id,
    version: draft.version,
  });
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
