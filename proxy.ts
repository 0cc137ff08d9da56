import { type NextRequest, NextResponse } from "next/server";
import { badPath, errorBody } from "@/lib/network/ad-api/fault";

/**
 * Sets a content security policy with a fresh nonce on every page, and refuses addresses that no route could read: a broken
 * percent-encoding, which the framework answers with a bare 500, and a NUL, which no database takes. It authorises nothing:
 * that is the verbs' work.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith("/graph/"))
    return isReadable(pathname) ? NextResponse.next() : badGraphPath();
  if (pathname.startsWith("/api/")) {
    return isReadable(pathname, search)
      ? NextResponse.next()
      : NextResponse.json({ error: { code: "not_found" } }, { status: 404 });
  }
  return page(request, isReadable(pathname, search));
}

/** Text of a query is read leniently, so there only a NUL counts. */
function isReadable(pathname: string, search = ""): boolean {
  try {
    return !`${decodeURIComponent(pathname)}${search.replace(/%00/g, "\0")}`.includes("\0");
  } catch {
    return false;
  }
}

function badGraphPath(): NextResponse {
  const { error } = badPath("The path is not valid.");
  return NextResponse.json(errorBody(error, `A${crypto.randomUUID()}`), { status: error.status });
}

function page(request: NextRequest, isReadableAddress: boolean): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const evaluate = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    // Charts, overlays and virtual lists position with style attributes, which a nonce cannot cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  // Where to return after signing in; pages do not know their own address.
  headers.set("x-nod-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = isReadableAddress
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL("/nothing-here", request.url), { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Content-Type-Options", "nosniff");
  return response;
}

export const config = {
  matcher: [
    // Prefetched pages too: a page that was fetched ahead is shown later, and must not come without its policy.
    "/((?!(?:api|graph)(?:/|$)|_next/static|_next/image|icon.svg|\\.well-known).*)",
    // Of handlers only addresses with something encoded in their path.
    "/(graph|api)/(.*%.*)",
  ],
};
