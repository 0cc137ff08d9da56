import { z } from "zod/mini";
import { canonicalText } from "@/lib/audiences/effective-rules";
import { ok, type Result, refuse } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import { type Campaign, draftPlan } from "./campaign";
import type { CampaignCtx } from "./ctx";
import { loadCampaign } from "./load-campaign";

export const saveDraftInput = z.object({
  campaignId: z.string(),
  /** The version the writer read. */
  version: z.int(),
  plan: draftPlan,
});

export type SaveDraftRefusal =
  | AuthoriseRefusal
  | { code: "invalid" | "not_a_draft" | "conflict"; message: string };

/**
 * Writes a draft as it was typed, one version on. Somebody else's newer version is never overwritten; the same write
 * sent again, after its answer was lost on the way, is answered as the first time.
 */
export async function saveCampaignDraft(
  ctx: CampaignCtx,
  input: z.input<typeof saveDraftInput>,
): Promise<Result<Campaign, SaveDraftRefusal>> {
  const parsed = saveDraftInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "This draft cannot be saved as it is.");
  const loaded = await loadCampaign(ctx, "save", parsed.data.campaignId);
  if (!loaded.ok) return loaded;
  const { campaign } = loaded.value;
  if (campaign.state !== "draft") {
    return refuse("not_a_draft", "The campaign is launched: its plan cannot be changed any more.");
  }
  const { version, plan } = parsed.data;
  if (isRepeat(campaign, parsed.data, ctx.actor.name)) return ok(campaign);
  const saved = await ctx.campaigns.save({
    ...campaign,
    version,
    // The forecast is what launching promised; a draft has none.
    plan: { ...plan, forecast: null },
    name: (plan.name ?? "").trim(),
    updatedAt: ctx.now(),
    updatedBy: ctx.actor.name,
  });
  if (saved.ok) return saved;
  return refuse("conflict", `${campaign.updatedBy} changed this draft in the meantime.`);
}

const isRepeat = (
  campaign: Campaign,
  { version, plan }: { readonly version: number; readonly plan: Campaign["plan"] },
  by: string,
): boolean =>
  campaign.version === version + 1 &&
  campaign.updatedBy === by &&
  canonicalText(campaign.plan) === canonicalText({ ...plan, forecast: null });
