import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import { type AdAccounts, tokenDays, tokenScopes } from "./ad-accounts";
import { authorise } from "./authorise";
import type { Tokens } from "./credential-store";
import { nameSchema, scopeSchema } from "./person";
import type { WorkspaceStore } from "./store";

const makeAdTokenInput = z.object({
  name: nameSchema,
  scope: z.enum(tokenScopes, "Choose what the token may do."),
  clientId: scopeSchema,
  days: z._default(z.literal([...tokenDays], "Choose how long the token holds."), 90),
});
export type MakeAdTokenInput = z.input<typeof makeAdTokenInput>;

interface Needs {
  readonly actor: Actor;
  readonly workspace: Pick<WorkspaceStore, "getClient">;
  readonly adAccounts: Pick<AdAccounts, "insertToken">;
  readonly tokens: Tokens;
  readonly newId: () => string;
  readonly now: () => Date;
}

const dayMs = 86_400_000;

/** A token of the ad API for one client's account or all accounts of the agency. Told once; its hash is kept. Without `days` it holds for 90. */
export async function makeAdToken(
  ctx: Needs,
  input: MakeAdTokenInput,
): Promise<Result<{ readonly token: string }, Refusal>> {
  const parsed = makeAdTokenInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The token was not made.", fieldErrors(parsed.error));
  }
  const { name, scope, clientId, days } = parsed.data;
  const allowed = await authorise(ctx, "tokens", clientId);
  if (!allowed.ok) return allowed;
  const { agencyId } = ctx.actor;
  const client = clientId === null ? null : await ctx.workspace.getClient(agencyId, clientId);
  if (clientId !== null && !client) return refuse("not_found", "There is no such client.");
  const token = ctx.tokens.create();
  const now = ctx.now();
  await ctx.adAccounts.insertToken(agencyId, {
    id: ctx.newId(),
    tokenHash: ctx.tokens.hash(token),
    accountId: client?.accountId ?? null,
    scope,
    name,
    createdAt: now,
    revokedAt: null,
    expiresAt: days === 0 ? null : new Date(now.getTime() + days * dayMs),
  });
  return ok({ token });
}
