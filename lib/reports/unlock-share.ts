import { z } from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Passwords, Tokens } from "@/lib/workspace/credential-store";
import { findOpenShare, type LinkRefusal } from "./find-open-share";
import type { Attempts, ShareProofs } from "./share-ports";
import type { ReportShareStore } from "./store";

interface Needs {
  readonly reportShares: Pick<ReportShareStore, "getByTokenHash">;
  readonly passwords: Pick<Passwords, "verify">;
  readonly tokens: Pick<Tokens, "hash">;
  readonly proofs: Pick<ShareProofs, "of">;
  readonly attempts: Attempts;
  readonly now: () => Date;
}

export type UnlockRefusal =
  | LinkRefusal
  | (Refusal & { readonly code: "password_wrong" | "too_many_attempts" });

const unlockInput = z.object({ token: z.string(), password: z.string().check(z.maxLength(200)) });

function passwordWrong() {
  const sentence = "That is not the password of this report.";
  return refuse("password_wrong", sentence, { password: sentence });
}

const minutes = (count: number): string => (count === 1 ? "a minute" : `${count} minutes`);

/**
 * Answers a share's password with a proof that opens it for the rest of the visit. After too many wrong ones a share
 * hears none for a while, the right one neither.
 */
export async function unlockShare(
  ctx: Needs,
  input: { readonly token: string; readonly password: string },
): Promise<Result<{ readonly proof: string }, UnlockRefusal>> {
  // Both come straight from a browser, whatever their types say; no password is longer than a share's may be.
  const parsed = unlockInput.safeParse(input);
  if (!parsed.success) return passwordWrong();
  const found = await findOpenShare(ctx, parsed.data.token);
  if (!found.ok) return found;
  const { tokenHash, passwordHash } = found.value;
  if (!passwordHash) return ok({ proof: "" });

  const wait = ctx.attempts.waitMinutes(tokenHash, ctx.now());
  if (wait > 0) {
    return refuse("too_many_attempts", `Too many tries. Try again in ${minutes(wait)}.`);
  }
  // Counted before the answer is known: tries sent at once must not all be heard.
  ctx.attempts.failed(tokenHash, ctx.now());
  if (!(await ctx.passwords.verify(parsed.data.password, passwordHash))) {
    return passwordWrong();
  }
  ctx.attempts.passed(tokenHash);
  return ok({ proof: ctx.proofs.of(parsed.data.token, passwordHash) });
}
