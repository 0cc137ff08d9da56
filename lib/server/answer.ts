import type { Refusal, Result } from "@/lib/result";

const statuses: Readonly<Record<string, number>> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  budget_spent: 429,
  throttled: 429,
  aborted: 499,
  token: 502,
  unavailable: 503,
};

/** A verb's result as the answer of a route handler: the value, or `{error: {code, message, id?}}` with its status. */
export function answer(result: Result<unknown>): Response {
  const headers = { "Cache-Control": "no-store" };
  if (result.ok) return Response.json(result.value, { headers });
  const { error } = result;
  const status = statuses[error.code] ?? 400;
  return Response.json(
    { error: { code: error.code, message: error.message, fields: error.fields, id: idOf(error) } },
    { status, headers: status === 429 ? { ...headers, "Retry-After": "60" } : headers },
  );
}

/** Nobody is signed in: a page would go to the door, a handler says so. */
export const signedOut = (): Response =>
  answer({
    ok: false,
    error: { code: "signed_out", message: "You are signed out. Sign in again to go on." },
  });

/** A request that changes or costs something and does not come from one of our pages. */
export const foreignOrigin = (): Response =>
  answer({
    ok: false,
    error: { code: "forbidden", message: "This was not asked by one of our pages." },
  });

const idOf = (error: Refusal): string | undefined =>
  "traceId" in error && typeof error.traceId === "string" ? error.traceId : undefined;
