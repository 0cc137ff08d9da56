import "server-only";
import * as z from "zod/mini";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { may } from "@/lib/workspace/permissions";
import type { Ctx } from "./context";
import { getRuntime } from "./runtime";

export const byHandInput = z.object({
  method: z.enum(["GET", "POST", "DELETE"]),
  path: z.string().check(z.maxLength(300)),
  params: z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(500_000))),
});

interface AnsweredByHand {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly durationMs: number;
}

/**
 * Asks the ad API for a person of the agency, as a program with a token of the agency would. Only for who may make such
 * tokens. The token never leaves the server; a refusal of the ad API is an answer like any other.
 */
export async function askByHand(
  ctx: Ctx,
  { method, path, params }: z.output<typeof byHandInput>,
): Promise<Result<AnsweredByHand, Refusal>> {
  if (!may(ctx.actor, "tokens", null)) {
    return refuse("forbidden", "Only who may make tokens can ask the ad API by hand.");
  }
  const { adApi, adTokenFor, env } = await getRuntime();
  const { access_token: _, ...own } = params;
  const query = new URLSearchParams(own);
  const address = new URL(`${env.url}/graph/v24.0/`);
  // As text: a path is not resolved, so that it cannot leave the mount.
  address.pathname += path.split("/").map(encodeURIComponent).join("/");
  if (method !== "POST") address.search = query.toString();
  const began = performance.now();
  const response = await adApi(
    new Request(address, {
      method,
      headers: { authorization: `Bearer ${adTokenFor(ctx.actor.agencyId)}` },
      ...(method === "POST" && { body: query }),
    }),
  );
  const body = await response.text();
  const durationMs = performance.now() - began;
  return ok({ status: response.status, headers: [...response.headers], body, durationMs });
}
