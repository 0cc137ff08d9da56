import type { AdApiRefusal } from "@/lib/ad-api/error";
import type { Rules } from "@/lib/audiences/rules";
import { toTargeting } from "@/lib/audiences/to-targeting";
import { ok, type Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { type Campaign, plan, type RemoteIds } from "./campaign";
import type { LaunchCtx } from "./ctx";
import { addDays, isoInZone, startOfDay } from "./days";

/**
 * Creates what the network still lacks of a written-down launch, in order, keeping each id as soon as it is known.
 * The campaign is created paused, so nothing runs until all of it stands. Operation ids come from the campaign and the
 * version that was launched: a repeat, a second tab or a resume after a crash finds the first object again, and a new
 * launch after an edit makes new ones.
 */
export async function sendObjects(
  ctx: Pick<LaunchCtx, "campaigns" | "adApi">,
  campaign: Campaign,
  client: Client,
): Promise<Result<Required<RemoteIds>, AdApiRefusal>> {
  const planned = plan.parse(campaign.plan);
  if (!campaign.launchedRules) throw new Error(`Launch of ${campaign.id} has no rules.`);
  const targeting = toTargeting(campaign.launchedRules);
  const company = client.companies.find(({ id }) => id === planned.companyId);
  const { accountId, timeZone } = client;
  const remote: RemoteIds = { ...campaign.remote };

  const step = async (
    key: keyof RemoteIds,
    create: (operation: {
      clientOperationId: string;
      name: string;
    }) => Promise<Result<{ readonly id: string }, AdApiRefusal>>,
  ): Promise<Result<string, AdApiRefusal>> => {
    const known = remote[key];
    if (known) return ok(known);
    const clientOperationId = `${campaign.id}.${campaign.version}.${key}`;
    const created = await create({ clientOperationId, name: planned.name });
    if (!created.ok) return created;
    remote[key] = created.value.id;
    await ctx.campaigns.addRemote(campaign.agencyId, campaign.id, campaign.version, {
      [key]: created.value.id,
    });
    return ok(created.value.id);
  };

  const parent = await step("campaign", (operation) =>
    ctx.adApi.createCampaign(accountId, {
      ...operation,
      objective: planned.objective,
      status: "PAUSED",
      ...(planned.specialCategory && {
        special: {
          categories: [planned.specialCategory],
          countries: countriesOf(campaign.launchedRules),
        },
      }),
    }),
  );
  if (!parent.ok) return parent;

  const adSet = await step("adSet", (operation) =>
    ctx.adApi.createAdSet(accountId, {
      ...operation,
      campaignId: parent.value,
      targeting,
      budget: planned.budget,
      startTime: isoInZone(timeZone, startOfDay(timeZone, planned.startDay)),
      endTime: isoInZone(timeZone, startOfDay(timeZone, addDays(planned.endDay, 1))),
      maxFrequency: planned.maxFrequency,
      beneficiary: company?.name ?? client.name,
      payor: client.name,
    }),
  );
  if (!adSet.ok) return adSet;

  const creative = await step("creative", (operation) =>
    ctx.adApi.createCreative(accountId, {
      ...operation,
      pageId: planned.companyId,
      link: planned.link,
      message: planned.message,
      headline: planned.headline,
      imageHash: planned.imageHash,
      callToAction: planned.callToAction,
    }),
  );
  if (!creative.ok) return creative;

  const ad = await step("ad", (operation) =>
    ctx.adApi.createAd(accountId, {
      ...operation,
      adSetId: adSet.value,
      creativeId: creative.value,
    }),
  );
  if (!ad.ok) return ad;
  return ok({
    campaign: parent.value,
    adSet: adSet.value,
    creative: creative.value,
    ad: ad.value,
  });
}

const countriesOf = (rules: Rules | null): string[] => [
  ...new Set([
    ...(rules?.countries ?? []),
    ...(rules?.regions ?? []).map((region) => region.slice(0, 2)),
  ]),
];
