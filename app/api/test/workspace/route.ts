import { makeWorkspace } from "@/lib/server/demo/make-workspace";
import { inTestMode } from "@/lib/server/test-mode";

/** A fresh agency for one browser journey. */
export const POST = (request: Request): Promise<Response> =>
  inTestMode(request, async ({ db }) => Response.json(await makeWorkspace(db)));
