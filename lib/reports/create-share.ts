import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { authoriseClient } from "@/lib/workspace/authorise";
import type { Passwords, Tokens } from "@/lib/workspace/credential-store";
import { freezeReport } from "./freeze-report";
import { getReport, type ReportNeeds } from "./get-report";
import type { ReadRefusal } from "./refusals";
import { type ShareInput, type ShareView, shareInput } from "./share";
import { shareView } from "./share-view";
import type { ReportShareStore } from "./store";

interface Needs extends ReportNeeds {
  readonly reportShares: Pick<ReportShareStore, "insert">;
  readonly passwords: Pick<Passwords, "hash">;
  readonly tokens: Tokens;
  readonly newId: () => string;
}

export interface CreatedShare {
  readonly share: ShareView;
  /** Told once, here: only its hash is kept. */
  readonly token: string;
}

const dayMs = 86_400_000;

/**
 * Freezes a client's report and makes a read-only link to it. The numbers behind the link never change.
 * Refuses without the right to report, with a period or a password that cannot be, or while the network is silent.
 */
export async function createShare(
  ctx: Needs,
  input: ShareInput,
): Promise<Result<CreatedShare, ReadRefusal | Refusal>> {
  const parsed = shareInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The link was not made.", fieldErrors(parsed.error));
  }
  const { clientId, since, until, scope, expiresInDays, password } = parsed.data;
  const client = await authoriseClient(ctx, "report", clientId);
  if (!client.ok) return client;

  const report = await getReport(ctx, { clientId, since, until });
  if (!report.ok) return report;

  const token = ctx.tokens.create();
  const now = ctx.now();
  const share = {
    id: ctx.newId(),
    tokenHash: ctx.tokens.hash(token),
    agencyId: ctx.actor.agencyId,
    clientId,
    since,
    until,
    scope,
    passwordHash: password ? await ctx.passwords.hash(password) : null,
    expiresAt: new Date(now.getTime() + expiresInDays * dayMs),
    revokedAt: null,
    views: 0,
    createdAt: now,
    createdBy: ctx.actor.name,
    snapshot: freezeReport(report.value, scope),
  };
  await ctx.reportShares.insert(share);
  return ok({ share: shareView(share, now), token });
}
