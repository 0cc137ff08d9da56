import { answer, signedOut } from "@/lib/server/answer";
import { handlerContext } from "@/lib/server/request-context";

/** Countries and regions that fit the typed words (`q`), best first. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await handlerContext();
  if (!ctx) return signedOut();
  const query = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  return answer(await ctx.adApi.searchPlaces(query, { signal: request.signal }));
}
