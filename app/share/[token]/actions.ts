"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { unlockShare } from "@/lib/reports/unlock-share";
import type { Refusal } from "@/lib/result";
import { shareContext } from "@/lib/server/reports/share-context";
import { proofCookie } from "./proof-cookie";

const visitSeconds = 12 * 3600;

// biome-ignore lint/plugin/action-guards: whoever has the link may try its password; unlockShare is the guard.
export async function unlockShareAction(token: string, password: string): Promise<Refusal> {
  const unlocked = await unlockShare(await shareContext(), { token, password });
  if (!unlocked.ok) return unlocked.error;
  const [jar, from] = await Promise.all([cookies(), headers()]);
  jar.set(proofCookie, unlocked.value.proof, {
    path: `/share/${token}`,
    httpOnly: true,
    sameSite: "strict",
    secure: from.get("origin")?.startsWith("https:") ?? false,
    maxAge: visitSeconds,
  });
  redirect(`/share/${token}`);
}
