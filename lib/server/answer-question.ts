import "server-only";
import type { z } from "zod/mini";
import type { Result } from "@/lib/result";
import { answer, foreignOrigin, signedOut } from "./answer";
import type { Ctx } from "./context";
import { readJson } from "./read-at-most";
import { handlerContext } from "./request-context";
import { isSameOrigin } from "./same-origin";

/** A question posted by one of our pages as JSON: origin, session and shape are checked, then it is asked. */
export async function answerQuestion<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
  ask: (ctx: Ctx, input: z.output<Schema>) => Promise<Result<unknown>>,
): Promise<Response> {
  if (!isSameOrigin(request)) return foreignOrigin();
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const parsed = schema.safeParse(await readJson(request));
  if (!parsed.success) {
    return answer({ ok: false, error: { code: "unreadable", message: "This cannot be read." } });
  }
  return answer(await ask(ctx, parsed.data));
}
