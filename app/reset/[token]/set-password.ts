"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/workspace/form-state";
import { formText } from "@/lib/form-text";
import { doorContext } from "@/lib/server/auth/door-context";
import { enterAs } from "@/lib/server/auth/enter";
import { setPassword } from "@/lib/workspace/set-password";

/** Nobody is signed in: the link is the permission, and it works once. */
export async function setPasswordByLink(_: FormState, data: FormData): Promise<FormState> {
  const result = await setPassword(await doorContext(), {
    token: formText(data, "token"),
    password: formText(data, "password"),
  });
  if (!result.ok) return { error: result.error, values: {} };
  await enterAs(result.value.email);
  redirect("/overview");
}
