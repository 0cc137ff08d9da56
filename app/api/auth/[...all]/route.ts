import { getAuth } from "@/lib/server/auth/get-auth";
import { isSameOrigin } from "@/lib/server/same-origin";

const nothingHere = () => Response.json({ error: { code: "not_found" } }, { status: 404 });

const open = "/api/auth/sign-out";

/**
 * Only signing out. better-auth's other paths would be a second way to change people and agencies, and its session
 * answers the token that the cookie keeps from scripts.
 */
export async function POST(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== open || !isSameOrigin(request)) return nothingHere();
  return (await getAuth()).handler(request);
}

export const GET = nothingHere;
