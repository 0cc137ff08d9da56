import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Actor } from "./actor";
import type { CredentialStore, Passwords } from "./credential-store";
import { passwordSchema } from "./person";

const changePasswordInput = z.object({
  current: z.string().check(z.maxLength(200, "This is not your password.")),
  password: passwordSchema,
});
export type ChangePasswordInput = z.input<typeof changePasswordInput>;

interface Needs {
  readonly actor: Pick<Actor, "personId">;
  readonly sessionId: string;
  readonly credentials: Pick<
    CredentialStore,
    "getPasswordHash" | "setPasswordHash" | "endSessions"
  >;
  readonly passwords: Passwords;
}

/** Changes the actor's own password and signs them out everywhere else. */
export async function changePassword(
  ctx: Needs,
  input: ChangePasswordInput,
): Promise<Result<null, Refusal>> {
  const parsed = changePasswordInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "The password was not changed.", fieldErrors(parsed.error));
  }
  const { current, password } = parsed.data;
  const { personId } = ctx.actor;
  const standing = await ctx.credentials.getPasswordHash(personId);
  if (standing === null) {
    return refuse(
      "no_password",
      "You have no password yet. An owner can make you a link to set one.",
    );
  }
  if (!(await ctx.passwords.verify(current, standing))) {
    return refuse("password_wrong", "The password was not changed.", {
      current: "This is not your password.",
    });
  }
  await ctx.credentials.setPasswordHash(personId, await ctx.passwords.hash(password));
  await ctx.credentials.endSessions(personId, ctx.sessionId);
  return ok(null);
}
