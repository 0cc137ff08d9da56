"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { createShare } from "@/lib/reports/create-share";
import { revokeShare } from "@/lib/reports/revoke-share";
import type { ShareInput } from "@/lib/reports/share";
import { ok, type Refusal, type Result } from "@/lib/result";
import { authorise } from "@/lib/server/authorise";
import { getRuntime } from "@/lib/server/runtime";

export async function createShareAction(
  input: ShareInput,
): Promise<Result<{ readonly url: string }, Refusal>> {
  const ctx = await authorise("report", input.clientId);
  if (!ctx.ok) return ctx;
  const made = await createShare(ctx.value, input);
  if (!made.ok) return made;
  revalidatePath("/reports");
  const [{ env }, from] = await Promise.all([getRuntime(), headers()]);
  return ok({ url: `${from.get("origin") ?? env.url}/share/${made.value.token}` });
}

export async function revokeShareAction(input: {
  readonly clientId: string;
  readonly shareId: string;
}): Promise<Result<{ readonly shareId: string }, Refusal>> {
  const ctx = await authorise("report", input.clientId);
  if (!ctx.ok) return ctx;
  const revoked = await revokeShare(ctx.value, input);
  if (revoked.ok) revalidatePath("/reports");
  return revoked;
}
