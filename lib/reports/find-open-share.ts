import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Tokens } from "@/lib/workspace/credential-store";
import { shareState } from "./share-state";
import type { ReportShare, ReportShareStore } from "./store";

interface Needs {
  readonly reportShares: Pick<ReportShareStore, "getByTokenHash">;
  readonly tokens: Pick<Tokens, "hash">;
  readonly now: () => Date;
}

export type LinkRefusal = Refusal & { readonly code: "not_found" | "expired" | "revoked" };

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** The share behind a link that still works. A link that never was and one that is malformed are told apart by nobody. */
export async function findOpenShare(
  ctx: Needs,
  token: string,
): Promise<Result<ReportShare, LinkRefusal>> {
  const share = tokenShape.test(token)
    ? await ctx.reportShares.getByTokenHash(ctx.tokens.hash(token))
    : null;
  if (!share) return refuse("not_found", "There is no report behind this link.");
  switch (shareState(share, ctx.now())) {
    case "revoked":
      return refuse("revoked", "This link was switched off by the people who sent it.");
    case "expired":
      return refuse("expired", "This link has run out.");
    case "open":
      return ok(share);
  }
}
