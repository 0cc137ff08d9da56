import "server-only";
import { ok, type Result } from "@/lib/result";
import { type AuthoriseRefusal, authoriseClient } from "@/lib/workspace/authorise";
import type { Verb } from "@/lib/workspace/permissions";
import type { Ctx } from "./context";
import { requestContext } from "./request-context";

/** For server actions: the signed-in person's context, if a grant covers the client and the role allows the verb. The verb checks again. */
export async function authorise(
  verb: Verb,
  clientId: string,
): Promise<Result<Ctx, AuthoriseRefusal>> {
  const ctx = await requestContext();
  const client = await authoriseClient(ctx, verb, clientId);
  return client.ok ? ok(ctx) : client;
}
