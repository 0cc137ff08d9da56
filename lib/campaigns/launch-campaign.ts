import { z } from "zod/mini";
import type { AdApiRefusal } from "@/lib/ad-api/error";
import { hasForeignCompany } from "@/lib/audiences/foreign-company";
import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Campaign } from "./campaign";
import { type CarryOnRefusal, carryOnLaunch } from "./carry-on-launch";
import type { CampaignCtx } from "./ctx";
import { estimatePlan } from "./estimate-plan";
import { loadCampaign } from "./load-campaign";
import { rulesToSend } from "./narrow";
import { networkTime } from "./network-time";
import { type PlanRefusal, parsePlan } from "./parse-plan";

export const launchInput = z.object({
  campaignId: z.string(),
  /** The version that was reviewed: what is launched is what was read. */
  version: z.int(),
});

export type LaunchRefusal =
  | AuthoriseRefusal
  | PlanRefusal
  | CarryOnRefusal
  | { code: "too_small"; message: string; fields: Readonly<Record<string, string>> }
  | { code: "budget_spent" | "unavailable" | "archived"; message: string };

/**
 * Launches the reviewed draft once, however often it is submitted: the decision is written down with its rules before
 * the network hears of it, and whoever comes later joins that launch. Below the launch gate nothing is sent.
 */
export async function launchCampaign(
  ctx: CampaignCtx,
  input: z.infer<typeof launchInput>,
): Promise<Result<Campaign, LaunchRefusal>> {
  const loaded = await loadCampaign(ctx, "launch", input.campaignId);
  if (!loaded.ok) return loaded;
  const { campaign, client } = loaded.value;
  switch (campaign.state) {
    case "launched":
      return ok(campaign);
    case "archived":
      return refuse("archived", "The campaign is archived.");
    case "launching":
      return carryOnLaunch(ctx, campaign, client);
    case "draft":
      return campaign.version === input.version ? begin(ctx, campaign, client) : stale(campaign);
  }
}

const stale = (campaign: Campaign) =>
  refuse(
    "conflict",
    `${campaign.updatedBy} changed the plan after you read it. Nothing was launched; read it again.`,
  );

async function begin(
  ctx: CampaignCtx,
  campaign: Campaign,
  client: Client,
): Promise<Result<Campaign, LaunchRefusal>> {
  const time = await networkTime(ctx.adApi, client.timeZone);
  if (!time.ok) return noAnswer(time.error);
  const checked = parsePlan(campaign.plan, client, time.value.today);
  if (!checked.ok) return checked;
  const plan = checked.value;
  const audience = await ctx.audiences.get(campaign.agencyId, plan.audienceId);
  if (!audience || audience.clientId !== client.id || audience.state !== "saved") {
    const sentence =
      audience?.clientId === client.id && audience.state === "draft"
        ? "This audience is still a draft: save it first."
        : "This client has no such audience.";
    return invalidAudience(sentence);
  }
  if (hasForeignCompany(audience.rules, client)) {
    return invalidAudience("This audience names a company that the client may not use.");
  }
  const rules = rulesToSend(audience.rules, plan);
  const estimate = await estimatePlan(ctx.adApi, client, rules, { precision: "launch" });
  if (!estimate.ok) return noAnswer(estimate.error);
  const { panel, curve } = estimate.value;
  if (panel.nod_verdict === "too_small") {
    const sentence = "Too few people fit to launch to: widen the audience.";
    return {
      ok: false,
      error: { code: "too_small", message: sentence, fields: { audienceId: sentence } },
    };
  }
  const written = await ctx.campaigns.save({
    ...campaign,
    name: plan.name,
    state: "launching",
    plan: { ...plan, forecast: { people: panel.nod_range, curve: [...curve] } },
    launchedRules: rules,
    updatedAt: ctx.now(),
    updatedBy: ctx.actor.name,
  });
  if (written.ok) return carryOnLaunch(ctx, written.value, client);
  const now = await ctx.campaigns.get(campaign.agencyId, campaign.id);
  if (now?.state === "launching") return carryOnLaunch(ctx, now, client);
  return now?.state === "launched" ? ok(now) : stale(now ?? campaign);
}

function invalidAudience(sentence: string): { ok: false; error: PlanRefusal } {
  return {
    ok: false,
    error: {
      code: "invalid",
      message: "One thing stands in the way.",
      fields: { audienceId: sentence },
    },
  };
}

function noAnswer(refusal: AdApiRefusal): Result<never, LaunchRefusal> {
  if (refusal.code === "budget_spent") {
    return refuse("budget_spent", `${refusal.message} Nothing was launched.`);
  }
  return refuse(
    "unavailable",
    `The ad network could not check the reach: ${refusal.message} Nothing was launched. (${refusal.traceId})`,
  );
}
