import { z } from "zod/mini";
import { getAuth } from "@/lib/server/auth/get-auth";
import { inTestMode } from "@/lib/server/test-mode";

const body = z.object({ personId: z.string() });

/** Signs a browser journey in as one person. */
export const POST = (request: Request): Promise<Response> =>
  inTestMode(request, async () => {
    const parsed = body.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return Response.json({ error: { code: "invalid" } }, { status: 400 });
    const auth = await getAuth();
    const entered = await auth.api.enter({ body: parsed.data, headers: request.headers });
    return Response.json(entered);
  });
