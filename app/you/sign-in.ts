"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getRuntime } from "@/lib/server/runtime";
import { memberToken } from "@/lib/server/you/member-token";
import { memberCookie, membersOnOffer } from "@/lib/server/you/my-context";

const visitSeconds = 12 * 3600;

/** Signs in as one of the offered synthetic members; nobody else can be signed in as without the messaging app. */
export async function signInAs(form: FormData): Promise<void> {
  const asked = Number(form.get("member"));
  const offered = (await membersOnOffer()) ?? [];
  const member = offered.find((one) => one.member === asked);
  if (member) {
    const { secrets } = await getRuntime();
    const [jar, from] = await Promise.all([cookies(), headers()]);
    const until = new Date(Date.now() + visitSeconds * 1000);
    jar.set(memberCookie, memberToken(member.member, until, secrets.authSecret), {
      // Receipts are downloaded from below /api.
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: from.get("origin")?.startsWith("https:") ?? false,
      maxAge: visitSeconds,
    });
  }
  redirect("/you");
}

export async function signOut(): Promise<void> {
  (await cookies()).set(memberCookie, "", { path: "/", maxAge: 0 });
  redirect("/you");
}
