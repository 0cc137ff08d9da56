import type { AdApi } from "@/lib/ad-api/ad-api";
import type { WorkspaceStore } from "@/lib/workspace/store";
import { carryOnLaunch } from "./carry-on-launch";
import type { LaunchCtx } from "./ctx";

export interface ResumeCtx extends Omit<LaunchCtx, "adApi"> {
  readonly workspace: WorkspaceStore;
  adApiFor(agencyId: string): AdApi;
}

/**
 * Carries on every launch that was written down and not finished; called when the server starts.
 * One launch that fails keeps none of the others from going on. Answers how each of them ended.
 */
export async function resumeLaunches(
  ctx: ResumeCtx,
): Promise<readonly { readonly campaignId: string; readonly outcome: string }[]> {
  const outcomes: { campaignId: string; outcome: string }[] = [];
  for (const campaign of await ctx.campaigns.listLaunching()) {
    const client = await ctx.workspace.getClient(campaign.agencyId, campaign.clientId);
    if (!client) continue;
    const launch = { ...ctx, adApi: ctx.adApiFor(campaign.agencyId) };
    const outcome = await carryOnLaunch(launch, campaign, client).then(
      (result) => (result.ok ? "launched" : result.error.code),
      // It is logged: an error's message may carry the values it met.
      (error: unknown) => `failed: ${error instanceof Error ? error.name : typeof error}`,
    );
    outcomes.push({ campaignId: campaign.id, outcome });
  }
  return outcomes;
}
