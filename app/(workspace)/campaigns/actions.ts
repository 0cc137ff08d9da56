"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod/mini";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import type { DraftPlan } from "@/lib/campaigns/campaign";
import { createCampaign, createInput } from "@/lib/campaigns/create-campaign";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { launchCampaign } from "@/lib/campaigns/launch-campaign";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { saveCampaignDraft, saveDraftInput } from "@/lib/campaigns/save-campaign-draft";
import { withdrawLaunch } from "@/lib/campaigns/withdraw-launch";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { authorise } from "@/lib/server/authorise";

const one = z.object({ clientId: z.string(), campaignId: z.string() });
export type OneCampaign = z.infer<typeof one>;
const unreadable = refuse("unreadable", "This cannot be read.");

export async function create(
  input: z.input<typeof createInput>,
): Promise<Result<{ campaignId: string }>> {
  const parsed = createInput.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const made = await createCampaign(ctx.value, parsed.data);
  return made.ok ? ok({ campaignId: made.value.id }) : made;
}

export type SavedDraft =
  | { ok: true; value: { version: number; at: string } }
  | { ok: false; error: Refusal; theirs?: { plan: DraftPlan; version: number } };

export async function saveDraft(
  input: z.input<typeof saveDraftInput> & { clientId: string },
): Promise<SavedDraft> {
  const parsed = z.extend(saveDraftInput, { clientId: z.string() }).safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const saved = await saveCampaignDraft(ctx.value, parsed.data);
  if (saved.ok) {
    return ok({ version: saved.value.version, at: saved.value.updatedAt.toISOString() });
  }
  if (saved.error.code !== "conflict") return saved;
  const theirs = await getCampaign(ctx.value, parsed.data.campaignId);
  if (!theirs.ok) return theirs;
  const { plan, version } = theirs.value.campaign;
  return { ...saved, theirs: { plan, version } };
}

export async function launch(
  input: OneCampaign & { version: number },
): Promise<Result<{ state: "launched" }>> {
  const parsed = z.extend(one, { version: z.int() }).safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("launch", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const launched = await launchCampaign(ctx.value, parsed.data);
  revalidatePath("/campaigns", "layout");
  return launched.ok ? ok({ state: "launched" }) : launched;
}

export async function withdraw(input: OneCampaign): Promise<Result<true>> {
  const parsed = one.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("launch", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const withdrawn = await withdrawLaunch(ctx.value, parsed.data.campaignId);
  revalidatePath("/campaigns", "layout");
  return withdrawn.ok ? ok(true) : withdrawn;
}

export async function pause(input: OneCampaign): Promise<Result<true>> {
  const parsed = one.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("pause", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const paused = await pauseCampaign(ctx.value, parsed.data.campaignId);
  return paused.ok ? ok(true) : paused;
}

export async function resume(input: OneCampaign): Promise<Result<true>> {
  const parsed = one.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("pause", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const resumed = await resumeCampaign(ctx.value, parsed.data.campaignId);
  return resumed.ok ? ok(true) : resumed;
}

export async function archive(input: OneCampaign): Promise<Result<true>> {
  const parsed = one.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  const archived = await archiveCampaign(ctx.value, parsed.data.campaignId);
  revalidatePath("/campaigns", "layout");
  return archived.ok ? ok(true) : archived;
}
