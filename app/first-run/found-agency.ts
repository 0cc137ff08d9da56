"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/workspace/form-state";
import { formText } from "@/lib/form-text";
import { doorContext } from "@/lib/server/auth/door-context";
import { enterAs } from "@/lib/server/auth/enter";
import { foundAgency } from "@/lib/workspace/found-agency";

/** Nobody has an account yet, so there is nobody to authorise; the verb refuses as soon as there is somebody. */
export async function foundFirstAgency(_: FormState, data: FormData): Promise<FormState> {
  const values = {
    name: formText(data, "name"),
    email: formText(data, "email"),
    agencyName: formText(data, "agencyName"),
    clientName: formText(data, "clientName"),
    currency: formText(data, "currency"),
    timeZone: formText(data, "timeZone"),
  };
  const password = formText(data, "password");
  const result = await foundAgency(await doorContext(), { ...values, password });
  if (!result.ok) return { error: result.error, values };
  await enterAs(result.value.email);
  redirect("/overview");
}
