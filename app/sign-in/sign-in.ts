"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/workspace/form-state";
import { formText } from "@/lib/form-text";
import { getAuth } from "@/lib/server/auth/get-auth";
import { signInWithPassword } from "@/lib/server/auth/sign-in";
import { isPasswordless } from "@/lib/server/auth/without-password";
import { demoPeople } from "@/lib/server/demo/people";
import { pathWithin } from "./path-within";

/** Nobody is signed in yet, so there is nothing to authorise: the password is the permission. */
export async function signIn(_: FormState, data: FormData): Promise<FormState> {
  const email = formText(data, "email");
  const result = await signInWithPassword(await headers(), {
    email,
    password: formText(data, "password"),
  });
  if (!result.ok) return { error: result.error, values: { email } };
  redirect(pathWithin(formText(data, "next")));
}

/** A demo person's door: open only where the sign-in page shows it. */
export async function enterDemo(data: FormData): Promise<void> {
  const person = demoPeople.find(({ id }) => id === formText(data, "person"));
  if (!person || person.role === "owner" || !(await isPasswordless())) redirect("/sign-in");
  const auth = await getAuth();
  await auth.api.enter({ body: { personId: person.id }, headers: await headers() });
  redirect(pathWithin(formText(data, "next")));
}

export async function signOut(): Promise<void> {
  const auth = await getAuth();
  await auth.api.signOut({ headers: await headers() });
  redirect("/sign-in");
}
