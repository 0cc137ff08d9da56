import "server-only";
import { APIError } from "better-auth/api";
import * as z from "zod/mini";
import { fieldErrors } from "@/lib/field-errors";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { emailSchema } from "@/lib/workspace/person";
import { getRuntime } from "../runtime";
import { getAuth } from "./get-auth";
import { countSignIn, forgetSignIns, placeOf } from "./sign-in-limit";

const signInInput = z.object({
  email: emailSchema,
  password: z
    .string()
    .check(
      z.minLength(1, "A password is needed."),
      z.maxLength(200, "A password has at most 200 characters."),
    ),
});

const minutes = (count: number) => (count === 1 ? "a minute" : `${count} minutes`);

/** Begins a session and sets its cookie. Tries are counted, and an unknown address sounds like a wrong password. */
export async function signInWithPassword(
  headers: Headers,
  input: { readonly email: string; readonly password: string },
): Promise<Result<null, Refusal>> {
  const parsed = signInInput.safeParse(input);
  if (!parsed.success) {
    return refuse("invalid", "Some fields need another look.", fieldErrors(parsed.error));
  }
  const { email } = parsed.data;
  const { db } = await getRuntime();
  const attempt = { email, place: placeOf(headers), now: new Date() };
  const wait = await countSignIn(db, attempt);
  if (wait > 0) {
    return refuse("too_many_attempts", `Too many tries. Try again in ${minutes(wait)}.`);
  }
  const auth = await getAuth();
  try {
    await auth.api.signInEmail({ body: parsed.data, headers });
  } catch (error) {
    if (!(error instanceof APIError) || error.status !== "UNAUTHORIZED") throw error;
    return refuse("password_wrong", "The email address or the password is wrong.");
  }
  await forgetSignIns(db, attempt);
  return ok(null);
}
