import "server-only";
import { getRuntime, type Runtime } from "./runtime";
import { isSameOrigin } from "./same-origin";

/** Runs a handler that exists in NOD_MODE=test only; anywhere else there is no such page. */
export async function inTestMode(
  request: Request,
  handle: (runtime: Runtime) => Promise<Response>,
): Promise<Response> {
  const runtime = await getRuntime();
  if (runtime.env.mode !== "test" || !isSameOrigin(request)) {
    return Response.json({ error: { code: "not_found" } }, { status: 404 });
  }
  return handle(runtime);
}
