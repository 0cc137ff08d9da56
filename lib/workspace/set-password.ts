import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { CredentialStore, Passwords, Tokens } from "./credential-store";
import { passwordSchema } from "./person";

const setPasswordInput = z.object({
  token: z.string().check(z.minLength(1)),
  password: passwordSchema,
});
export type SetPasswordInput = z.input<typeof setPasswordInput>;

interface Needs {
  readonly credentials: Pick<CredentialStore, "peekLink" | "redeemLink" | "endSessions">;
  readonly passwords: Pick<Passwords, "hash">;
  readonly tokens: Pick<Tokens, "hash">;
  readonly now: () => Date;
}

const linkGone = () =>
  refuse(
    "link_gone",
    "This link was used or has run out. An owner of your agency can make a new one.",
  );

/**
 * Sets a password with a one-time link; the link is used up and every session of the person ends. A password that is
 * refused leaves the link as it was.
 */
export async function setPassword(
  ctx: Needs,
  input: SetPasswordInput,
): Promise<Result<{ readonly personId: string; readonly email: string }, Refusal>> {
  const parsed = setPasswordInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The password was not set.", fieldErrors(parsed.error));
  }
  const tokenHash = ctx.tokens.hash(parsed.data.token);
  // Looked at before the slow hash, so that guessing links costs the server nothing.
  const link = await ctx.credentials.peekLink(tokenHash, ctx.now());
  if (!link) return linkGone();
  const passwordHash = await ctx.passwords.hash(parsed.data.password);
  const personId = await ctx.credentials.redeemLink(tokenHash, ctx.now(), passwordHash);
  if (personId === null) return linkGone();
  await ctx.credentials.endSessions(personId, null);
  return ok({ personId, email: link.email });
}
