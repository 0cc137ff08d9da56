import { getAuth } from "@/lib/server/auth/get-auth";
import { isSameOrigin } from "@/lib/server/same-origin";

const nothingHere = () => Response.json({ error: { code: "not_found" } }, { status: 404 });

/** Only what our pages need: better-auth's other paths would be a second way to change people and agencies. */
const open = { GET: "/api/auth/get-session", POST: "/api/auth/sign-out" } as const;

export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== open.GET) return nothingHere();
  return (await getAuth()).handler(request);
}

export async function POST(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== open.POST || !isSameOrigin(request)) return nothingHere();
  return (await getAuth()).handler(request);
}
