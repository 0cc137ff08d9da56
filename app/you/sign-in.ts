"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { DoorState } from "@/components/you/door-state";
import { wordsIn } from "@/components/you/messages/words-in";
import { formText } from "@/lib/form-text";
import { settlePopulation } from "@/lib/server/population-facts";
import { getRuntime } from "@/lib/server/runtime";
import { currentLanguage } from "@/lib/server/you/language";
import { memberToken, sessionSecret } from "@/lib/server/you/member-token";
import { memberCookie } from "@/lib/server/you/my-context";
import { askForCode, enterCode } from "@/lib/server/you/sign-in-member";

const visitSeconds = 12 * 3600;

/** First the number, then the code that was sent to it: the code is the permission. */
export async function signIn(before: DoorState, form: FormData): Promise<DoorState> {
  const from = await headers();
  const phone = formText(form, "phone");
  if (!form.has("code")) {
    const { door } = wordsIn(await currentLanguage());
    const asked = await askForCode(from, phone, door.text);
    if (!asked.ok) return { step: "number", phone, refusal: asked.error.code };
    return { step: "code", phone, shown: asked.value.shown, refusal: null };
  }
  const entered = await enterCode(from, phone, formText(form, "code"));
  if (!entered.ok) {
    const shown = before.step === "code" ? before.shown : null;
    return { step: "code", phone, shown, refusal: entered.error.code };
  }
  const { db, env, secrets } = await getRuntime();
  const secret = sessionSecret(secrets.authSecret, await settlePopulation(db, env));
  const until = new Date(Date.now() + visitSeconds * 1000);
  (await cookies()).set(memberCookie, memberToken(entered.value, until, secret), {
    // Receipts are downloaded from below /api.
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: from.get("origin")?.startsWith("https:") ?? false,
    maxAge: visitSeconds,
  });
  redirect("/you");
}

export async function signOut(): Promise<void> {
  (await cookies()).set(memberCookie, "", { path: "/", maxAge: 0 });
  redirect("/you");
}
