import type { AdApiRefusal } from "@/lib/ad-api/error";
import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { blameFields } from "./blame-fields";
import type { Campaign } from "./campaign";
import type { LaunchCtx } from "./ctx";
import { networkTime } from "./network-time";
import { sendObjects } from "./send-objects";

export type CarryOnRefusal =
  /** The network said no: the campaign is a draft again. `fields` are the form's. */
  | { code: "refused"; message: string; fields: Readonly<Record<string, string>> }
  /** The network does not answer: the launch stays written down and can be carried on. Nothing runs. */
  | { code: "not_finished"; message: string }
  /** Somebody took the launch back in the meantime. Nothing runs. */
  | { code: "conflict"; message: string };

const passing = new Set<AdApiRefusal["code"]>(["throttled", "unavailable", "aborted"]);

/**
 * Takes a launch that is written down to its end: every object once, then the campaign switched on, then "launched".
 * Safe to repeat at any point, from several places at once, and after a crash.
 */
export async function carryOnLaunch(
  ctx: LaunchCtx,
  campaign: Campaign,
  client: Client,
): Promise<Result<Campaign, CarryOnRefusal>> {
  const sent = await sendObjects(ctx, campaign, client);
  if (!sent.ok) return giveUp(ctx, campaign, sent.error);

  const before = await ctx.campaigns.get(campaign.agencyId, campaign.id);
  if (before?.state !== "launching" || before.version !== campaign.version) {
    // Taken back before its id was known: what was created meanwhile belongs to nobody.
    if (before?.remote.campaign !== sent.value.campaign) {
      await ctx.adApi.setStatus(sent.value.campaign, "DELETED");
    }
    return overtaken(before);
  }
  const on = await ctx.adApi.setStatus(sent.value.campaign, "ACTIVE");
  if (!on.ok) return giveUp(ctx, campaign, on.error);

  const time = await networkTime(ctx.adApi, client.timeZone);
  const at = time.ok ? time.value.now : ctx.now();
  const done = await ctx.campaigns.save({
    ...before,
    state: "launched",
    remote: sent.value,
    launchedAt: at,
    updatedAt: ctx.now(),
  });
  if (!done.ok) {
    const after = await ctx.campaigns.get(campaign.agencyId, campaign.id);
    // Taken back between the check and the switch: what was switched on is deleted again.
    if (after?.state === "draft") await ctx.adApi.setStatus(sent.value.campaign, "DELETED");
    return overtaken(after);
  }
  await ctx.campaigns.log({
    id: `${campaign.id}.${campaign.version}.launched`,
    campaignId: campaign.id,
    agencyId: campaign.agencyId,
    at,
    by: campaign.updatedBy,
    what: "Launched",
  });
  return ok(done.value);
}

/** Somebody else finished or took back the same launch. */
const overtaken = (current: Campaign | null): Result<Campaign, CarryOnRefusal> =>
  current?.state === "launched"
    ? ok(current)
    : refuse("conflict", "The launch was taken back in the meantime. Nothing is running.");

async function giveUp(
  ctx: LaunchCtx,
  campaign: Campaign,
  refusal: AdApiRefusal,
): Promise<Result<Campaign, CarryOnRefusal>> {
  if (passing.has(refusal.code)) {
    return refuse(
      "not_finished",
      `The ad network does not answer (${refusal.message} ${refusal.traceId}). Nothing is running; the launch can be carried on.`,
    );
  }
  await backToDraft(ctx, campaign);
  return {
    ok: false,
    error: {
      code: "refused",
      message: `The ad network refused the launch: ${refusal.message}`,
      fields: blameFields(refusal.fields),
    },
  };
}

/**
 * A draft again, with nothing left of the launch: the draft is written first, so that no one else carries the
 * launch on, then the paused campaign is deleted with all below it. False when somebody was faster.
 */
export async function backToDraft(ctx: LaunchCtx, campaign: Campaign): Promise<boolean> {
  const current = await ctx.campaigns.get(campaign.agencyId, campaign.id);
  if (current?.state !== "launching" || current.version !== campaign.version) return false;
  const saved = await ctx.campaigns.save({
    ...current,
    state: "draft",
    plan: { ...current.plan, forecast: null },
    launchedRules: null,
    remote: {},
    updatedAt: ctx.now(),
  });
  if (!saved.ok) return false;
  if (current.remote.campaign) await ctx.adApi.setStatus(current.remote.campaign, "DELETED");
  return true;
}
