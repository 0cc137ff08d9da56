import { z } from "zod/mini";
import { inTestMode } from "@/lib/server/test-mode";

const body = z.object({ hours: z.number().check(z.positive(), z.maximum(24 * 400)) });

/** Moves network time forwards, so that a browser journey can see days close. */
export const POST = (request: Request): Promise<Response> =>
  inTestMode(request, async ({ clock }) => {
    const parsed = body.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return Response.json({ error: { code: "invalid" } }, { status: 400 });
    await clock.set(new Date(clock.now().getTime() + parsed.data.hours * 3_600_000));
    return Response.json({ now: clock.now().toISOString() });
  });
