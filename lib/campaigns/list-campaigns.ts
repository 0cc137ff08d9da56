import type { CallOptions } from "@/lib/ad-api/ad-api";
import type { Campaign as RemoteCampaign } from "@/lib/ad-api/objects";
import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { may } from "@/lib/workspace/permissions";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { shareOfDay } from "./days";
import { deliveredTotal } from "./delivery";
import type { CampaignList, ListedCampaign } from "./list-view";
import { dueMinor, paceOf, plannedDailyMinor, plannedTotalMinor } from "./money";
import { type NetworkTime, networkTime } from "./network-time";
import { plannedMoney } from "./planned-money";
import { campaignStatus } from "./status";
import type { CampaignStatus } from "./status-words";

type ListRefusal = { code: "not_found"; message: string };

/**
 * The campaigns of a client, or of every client the actor may view (null), last changed first, with their status
 * and the same released totals as on their own pages. Archived ones are left out unless asked for.
 */
export async function listCampaignsWithStatus(
  ctx: CampaignCtx,
  clientId: string | null,
  options: CallOptions & { readonly archived?: boolean } = {},
): Promise<Result<CampaignList, ListRefusal>> {
  const all = await ctx.workspace.listClients(ctx.actor.agencyId);
  const clients = all.filter(
    ({ id }) => may(ctx.actor, "view", id) && (clientId === null || id === clientId),
  );
  if (clientId !== null && clients.length === 0) {
    return refuse("not_found", "There is no such client in your agency.");
  }
  const lists = await Promise.all(clients.map((client) => ofClient(ctx, client, options)));
  return ok({
    campaigns: lists
      .flatMap(({ campaigns }) => campaigns)
      .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    silent: lists.flatMap(({ silent }) => silent),
  });
}

async function ofClient(
  ctx: CampaignCtx,
  client: Client,
  options: CallOptions & { readonly archived?: boolean },
): Promise<{ campaigns: ListedCampaign[]; silent: string[] }> {
  const stored = await ctx.campaigns.list(ctx.actor.agencyId, client.id);
  const shown = stored.filter(({ state }) => options.archived || state !== "archived");
  if (!shown.some(({ remote }) => remote.campaign)) {
    return { campaigns: shown.map((campaign) => listed(campaign, client, silence)), silent: [] };
  }
  const [time, remote] = await Promise.all([
    networkTime(ctx.adApi, client.timeZone),
    ctx.adApi.listCampaigns(client.accountId, options),
  ]);
  if (!time.ok || !remote.ok) {
    return {
      campaigns: shown.map((campaign) => listed(campaign, client, silence)),
      silent: [client.name],
    };
  }
  const byId = new Map(remote.value.map((one) => [one.id, one]));
  const answers = await Promise.all(
    shown.map((campaign) => ask(ctx, campaign, client, byId, time.value, options)),
  );
  return {
    campaigns: shown.map((campaign, index) => listed(campaign, client, answers[index] ?? silence)),
    silent: answers.some(({ failed }) => failed) ? [client.name] : [],
  };
}

interface Answer {
  readonly status: CampaignStatus | null;
  readonly total: ReturnType<typeof deliveredTotal> | null;
  readonly time: NetworkTime | null;
  readonly failed: boolean;
}
const silence: Answer = { status: null, total: null, time: null, failed: false };

async function ask(
  ctx: CampaignCtx,
  campaign: Campaign,
  client: Client,
  remotes: ReadonlyMap<string, RemoteCampaign>,
  time: NetworkTime,
  options: CallOptions,
): Promise<Answer> {
  const id = campaign.remote.campaign;
  const money = plannedMoney(campaign);
  if (!id || !money || campaign.state === "launching") return silence;
  const begun = time.today >= money.startDay;
  const remote = remotes.get(id) ?? null;
  const [ads, rows] = await Promise.all([
    needsNoAds(remote, time.today, money.endDay) ? ok([]) : ctx.adApi.listAds(id, options),
    begun
      ? ctx.adApi.insights(
          client.accountId,
          {
            level: "campaign",
            since: money.startDay,
            until: time.today < money.endDay ? time.today : money.endDay,
            increment: "all",
            campaignIds: [id],
          },
          options,
        )
      : ok([]),
  ]);
  return {
    status: ads.ok ? campaignStatus(campaign, remote, ads.value, time.today) : null,
    total: rows.ok && begun ? deliveredTotal(rows.value[0], client.minorUnits) : null,
    time,
    failed: !ads.ok || !rows.ok,
  };
}

function listed(campaign: Campaign, client: Client, answer: Answer): ListedCampaign {
  const { plan } = campaign;
  const { id, name, currency, minorUnits, timeZone } = client;
  const money = plannedMoney(campaign);
  const company = client.companies.find((one) => one.id === plan.companyId);
  const { total, time } = answer;
  const due = money && time ? dueMinor(money, time.today, shareOfDay(timeZone, time.now)) : null;
  return {
    id: campaign.id,
    name: campaign.name,
    client: { id, name, currency, minorUnits, timeZone },
    company: company ? { id: company.id, name: company.name } : null,
    status: answer.status ?? (campaign.state === "launched" ? "unknown" : campaign.state),
    startDay: money?.startDay ?? null,
    endDay: money?.endDay ?? null,
    reach: total?.reach ?? null,
    frequency: total?.frequency ?? null,
    spentMinor: total?.spendMinor ?? null,
    plannedMinor: money ? plannedTotalMinor(money) : null,
    paceRatio: total && due ? total.spendMinor / due : null,
    pace: total && money && due ? paceOf(total.spendMinor, due, plannedDailyMinor(money)) : null,
    updatedAt: campaign.updatedAt.toISOString(),
  };
}

/** True when the state of the ads cannot change the word: what is off, gone or over says so itself. */
const needsNoAds = (remote: RemoteCampaign | null, today: string, endDay: string): boolean =>
  remote?.configured_status !== "ACTIVE" || today > endDay;
