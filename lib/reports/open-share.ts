import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Tokens } from "@/lib/workspace/credential-store";
import { findOpenShare, type LinkRefusal } from "./find-open-share";
import { type Report, report } from "./report";
import type { ShareProofs } from "./share-ports";
import type { ReportShareStore } from "./store";

interface Needs {
  readonly reportShares: Pick<ReportShareStore, "getByTokenHash" | "countView">;
  readonly tokens: Pick<Tokens, "hash">;
  readonly proofs: ShareProofs;
  readonly now: () => Date;
}

export interface OpenedShare {
  readonly report: Report;
  /** ISO 8601: from when the numbers are, and until when the link works. */
  readonly frozenAt: string;
  readonly expiresAt: string;
}

export type OpenRefusal = LinkRefusal | (Refusal & { readonly code: "password_needed" });

/** Opens a shared report for whoever has the link (and `proof` of its password): the numbers as they were when shared. Counts the view. */
export async function openShare(
  ctx: Needs,
  input: { readonly token: string; readonly proof?: string },
): Promise<Result<OpenedShare, OpenRefusal>> {
  const found = await findOpenShare(ctx, input.token);
  if (!found.ok) return found;
  const share = found.value;
  if (share.passwordHash) {
    const needed = ctx.proofs.of(input.token, share.passwordHash);
    if (!input.proof || !ctx.proofs.same(input.proof, needed)) {
      return refuse("password_needed", "This report is protected by a password.");
    }
  }
  const snapshot = report.parse(share.snapshot);
  await ctx.reportShares.countView(share.id);
  return ok({
    report: snapshot,
    frozenAt: share.createdAt.toISOString(),
    expiresAt: share.expiresAt.toISOString(),
  });
}
