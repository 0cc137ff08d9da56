import type { z } from "zod/mini";
import type { Result } from "@/lib/result";
import type { AuthoriseRefusal } from "@/lib/workspace/authorise";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";
import { askTheSame } from "./effective-rules";
import { loadAudience } from "./load-audience";
import { writeAudience, writtenAudience } from "./write-audience";
import { type ChangedMeanwhile, cannotBeRead, isArchived } from "./write-refusals";

export type SaveDraftRefusal =
  | AuthoriseRefusal
  | ChangedMeanwhile
  | { code: "invalid" | "archived"; message: string };

/**
 * Keeps an audience as it was typed, one version on. A saved audience whose rules ask for other people now is a draft
 * again: a campaign takes only what somebody saved for use. Somebody else's newer version is never overwritten.
 */
export async function saveDraft(
  ctx: AudienceCtx,
  input: z.input<typeof writtenAudience>,
): Promise<Result<Audience, SaveDraftRefusal>> {
  const parsed = writtenAudience.safeParse(input);
  if (!parsed.success) return cannotBeRead();
  const loaded = await loadAudience(ctx, "save", parsed.data.audienceId);
  if (!loaded.ok) return loaded;
  const { audience } = loaded.value;
  if (audience.state === "archived") return isArchived();
  const stays = audience.state === "saved" && askTheSame(audience.rules, parsed.data.rules);
  return writeAudience(ctx, audience, { ...parsed.data, state: stays ? "saved" : "draft" });
}
