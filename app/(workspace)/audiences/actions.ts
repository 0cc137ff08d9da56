"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod/mini";
import type { WriteInput, WriteRefusal } from "@/components/audiences/audience-actions";
import { archiveAudience, restoreAudience } from "@/lib/audiences/archive-audience";
import type { Audience } from "@/lib/audiences/audience";
import { createAudience } from "@/lib/audiences/create-audience";
import { duplicateAudience } from "@/lib/audiences/duplicate-audience";
import {
  type SaveAudienceRefusal,
  saveAudience as saveForUse,
} from "@/lib/audiences/save-audience";
import { saveDraft as keepDraft, type SaveDraftRefusal } from "@/lib/audiences/save-draft";
import { type AudienceView, audienceView } from "@/lib/audiences/view";
import { writtenAudience } from "@/lib/audiences/write-audience";
import { ok, type Result, refuse } from "@/lib/result";
import { authorise } from "@/lib/server/authorise";
import type { Ctx } from "@/lib/server/context";
import { namesFor } from "@/lib/server/named-rules";

const target = z.object({ clientId: z.string(), audienceId: z.string() });
type Target = z.infer<typeof target>;
const written = z.extend(writtenAudience, { clientId: z.string() });
const unreadable = refuse("unreadable", "This cannot be read.");

/** Makes a draft at once and opens it; a refusal goes back to the list, which says why. */
export async function createDraft(clientId: string): Promise<void> {
  const query = new URLSearchParams({ client: String(clientId) });
  const ctx = await authorise("save", String(clientId));
  if (!ctx.ok) redirect(`/audiences?${query}&refused=${ctx.error.code}`);
  const made = await createAudience(ctx.value, { clientId: String(clientId) });
  if (!made.ok) redirect(`/audiences?${query}&refused=${made.error.code}`);
  revalidatePath("/audiences");
  redirect(`/audiences/${made.value.id}?${query}`);
}

/** Called while somebody types: nothing is drawn again for it. */
export async function saveDraft(input: WriteInput): Promise<Result<AudienceView, WriteRefusal>> {
  const parsed = written.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  return writeAnswer(ctx.value, await keepDraft(ctx.value, parsed.data));
}

export async function saveAudience(input: WriteInput): Promise<Result<AudienceView, WriteRefusal>> {
  const parsed = written.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  return writeAnswer(ctx.value, await saveForUse(ctx.value, parsed.data));
}

export async function archive(input: Target): Promise<Result<AudienceView>> {
  const parsed = target.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  return viewed(await archiveAudience(ctx.value, parsed.data.audienceId));
}

export async function restore(input: Target): Promise<Result<AudienceView>> {
  const parsed = target.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  return viewed(await restoreAudience(ctx.value, parsed.data.audienceId));
}

export async function duplicate(input: Target): Promise<Result<AudienceView>> {
  const parsed = target.safeParse(input);
  if (!parsed.success) return unreadable;
  const ctx = await authorise("save", parsed.data.clientId);
  if (!ctx.ok) return ctx;
  return viewed(await duplicateAudience(ctx.value, parsed.data.audienceId));
}

function viewed(result: Result<Audience>): Result<AudienceView> {
  revalidatePath("/audiences", "layout");
  return result.ok ? ok(audienceView(result.value)) : result;
}

/** A conflict brings what somebody else wrote, with the words for it. */
async function writeAnswer(
  ctx: Ctx,
  result: Result<Audience, SaveDraftRefusal | SaveAudienceRefusal>,
): Promise<Result<AudienceView, WriteRefusal>> {
  if (result.ok) return ok(audienceView(result.value));
  const { error } = result;
  if (!("theirs" in error)) return { ok: false, error };
  const names = await namesFor(ctx, [error.theirs.rules], []);
  return { ok: false, error: { ...error, theirs: audienceView(error.theirs), names } };
}
