import { adJson } from "@/lib/network/transparency/ad-json";
import { readAdQuery } from "@/lib/network/transparency/find-ads";
import { placeOf } from "@/lib/server/auth/sign-in-limit";
import { getRuntime } from "@/lib/server/runtime";
import { searchAds } from "@/lib/server/transparency/ad-repository";
import { publicLimit } from "@/lib/server/transparency/public-limit";

export const dynamic = "force-dynamic";

/** The public repository of ads as JSON: the same ads, filters and pages as /ads, for everybody. */
export async function GET(request: Request): Promise<Response> {
  const wait = publicLimit.waitSeconds(placeOf(request.headers), 1);
  if (wait > 0) {
    const message = `That is enough for now: wait ${wait} seconds.`;
    return refused(429, "throttled", message, { "Retry-After": String(wait) });
  }
  const query = readAdQuery(new URL(request.url).searchParams);
  if (!query.ok) return refused(400, query.error.code, query.error.message);
  const { env } = await getRuntime();
  const { ads, totals, total, page, pages } = await searchAds(query.value);
  const next = new URL("/api/ads", env.url);
  next.search = new URL(request.url).search;
  next.searchParams.set("page", String(page + 1));
  return Response.json(
    {
      data: ads.map((ad) => adJson(ad, totals.get(ad.id), new URL(env.url).origin)),
      paging: { page, pages, total, next: page < pages ? next.href : null },
    },
    { headers: { ...open, "Cache-Control": "public, max-age=60" } },
  );
}

/** Everybody may read it from anywhere. */
const open = { "Access-Control-Allow-Origin": "*" };

const refused = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  Response.json(
    { error: { code, message } },
    { status, headers: { ...open, "Cache-Control": "no-store", ...headers } },
  );
