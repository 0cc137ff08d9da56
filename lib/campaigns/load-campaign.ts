import { ok, type Result, refuse } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { Verb } from "@/lib/workspace/permissions";
import type { Campaign } from "./campaign";
import type { CampaignCtx } from "./ctx";

export interface LoadedCampaign {
  readonly campaign: Campaign;
  readonly client: Client;
}

/** The campaign with its client, if the actor may do this to it; one the actor may not view is not found. */
export async function loadCampaign(
  ctx: Pick<CampaignCtx, "actor" | "workspace" | "campaigns">,
  verb: Verb,
  campaignId: string,
): Promise<Result<LoadedCampaign, AuthoriseRefusal>> {
  const campaign = await ctx.campaigns.get(ctx.actor.agencyId, campaignId);
  if (!campaign) return notFound;
  const client = await authoriseClient(ctx, verb, campaign.clientId);
  if (client.ok) return ok({ campaign, client: client.value });
  return client.error.code === "not_found" ? notFound : client;
}

const notFound = refuse("not_found", "There is no such campaign in your agency.");
