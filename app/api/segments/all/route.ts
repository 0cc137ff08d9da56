import { answer, signedOut } from "@/lib/server/answer";
import { handlerContext } from "@/lib/server/request-context";

/** Every segment that may be used, parents before children, for browsing. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  return answer(await ctx.adApi.browseSegments({ signal: request.signal }));
}
