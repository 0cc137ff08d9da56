import { z } from "zod/mini";
import { ok, type Result, refuse } from "@/lib/result";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { Audience } from "./audience";
import type { AudienceCtx } from "./ctx";
import { noRules } from "./rule-values";
import { rules } from "./rules";

export const createAudienceInput = z.object({
  clientId: z.string(),
  name: z._default(z.string().check(z.trim(), z.maxLength(120)), ""),
  rules: z._default(rules, noRules),
});

export type CreateAudienceRefusal = AuthoriseRefusal | { code: "invalid"; message: string };

/** A new draft of a client, with nothing chosen unless rules come along. */
export async function createAudience(
  ctx: AudienceCtx,
  input: z.input<typeof createAudienceInput>,
): Promise<Result<Audience, CreateAudienceRefusal>> {
  const parsed = createAudienceInput.safeParse(input);
  if (!parsed.success) return refuse("invalid", "These rules cannot be read.");
  const client = await authoriseClient(ctx, "save", parsed.data.clientId);
  if (!client.ok) return client;
  const at = ctx.now();
  const saved = await ctx.audiences.save({
    id: crypto.randomUUID(),
    agencyId: ctx.actor.agencyId,
    clientId: client.value.id,
    name: parsed.data.name,
    state: "draft",
    rules: parsed.data.rules,
    version: 0,
    createdAt: at,
    updatedAt: at,
    updatedBy: ctx.actor.name,
  });
  if (!saved.ok) throw new Error("A new audience met an id that is taken.");
  return ok(saved.value);
}
