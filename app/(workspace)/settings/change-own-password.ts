"use server";

import type { Refusal, Result } from "@/lib/result";
import { currentSessionId, requestContext } from "@/lib/server/request-context";
import { type ChangePasswordInput, changePassword } from "@/lib/workspace/change-password";

/** Every role may change its own password, so this asks for the current one instead of a grant. */
export async function changeOwnPassword(
  input: ChangePasswordInput,
): Promise<Result<null, Refusal>> {
  const ctx = await requestContext();
  return changePassword({ ...ctx, sessionId: await currentSessionId() }, input);
}
