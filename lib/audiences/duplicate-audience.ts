import type { Result } from "@/lib/result";
import type { Audience } from "./audience";
import { type CreateAudienceRefusal, createAudience } from "./create-audience";
import type { AudienceCtx } from "./ctx";
import { loadAudience } from "./load-audience";

/** A new draft with the same rules, under a name that says so. */
export async function duplicateAudience(
  ctx: AudienceCtx,
  audienceId: string,
): Promise<Result<Audience, CreateAudienceRefusal>> {
  const loaded = await loadAudience(ctx, "save", audienceId);
  if (!loaded.ok) return loaded;
  const { clientId, name, rules } = loaded.value.audience;
  return createAudience(ctx, { clientId, name: copyName(name), rules });
}

export const copyName = (name: string): string => `Copy of ${name || "an audience"}`.slice(0, 120);
