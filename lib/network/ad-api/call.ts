import { ok, type Result } from "@/lib/result";
import { readBody } from "./body";
import { badPath, type Fault, refused, wrong } from "./fault";
import { makeParams, type Params, textParam } from "./params";
import { firstUnstorable } from "./storable";

type Method = "GET" | "POST" | "DELETE";

/** A request, read: what is asked, of what, with what and as whom. */
export interface Call {
  readonly method: Method;
  /** Without mount and version. */
  readonly path: readonly string[];
  /** "v24.0", or what the caller wrote. */
  readonly version: string;
  readonly params: Params;
  readonly token: string | null;
  /** The address the caller used, without query and trailing slash. */
  readonly address: string;
  /** The address without the path: where batch calls and image links start. */
  readonly root: string;
  readonly userAgent: string;
}

const methods: readonly string[] = ["GET", "POST", "DELETE"] satisfies readonly Method[];
const isMethod = (name: string): name is Method => methods.includes(name);

/** Reads a request of any of the shapes that Graph clients send. */
export async function readCall(request: Request): Promise<Result<Call, Fault>> {
  const url = new URL(request.url);
  const place = readPath(url.pathname);
  if (!place) return badPath("The path is not valid.");
  const body = await readBody(request);
  if (!body.ok) return body;
  const query = makeParams(url.searchParams);
  // A token stays among the parameters, and so in paging links, only where the caller wrote it into an address itself.
  const written = Object.entries(body.value).filter(([name]) => name !== "access_token");
  const params = makeParams([...Object.entries(query), ...written]);
  const unstorable = firstUnstorable(params);
  if (unstorable !== null)
    return wrong([printable(unstorable)], "The text holds a character that cannot be kept.");
  // Graph clients that can only POST name the method they mean.
  const method = (textParam(params, "method") ?? request.method).toUpperCase();
  if (!isMethod(method) || !(isMethod(request.method) || request.method === "PUT")) {
    return refused(2500, `Unsupported method ${method.slice(0, 20)}.`, { status: 405 });
  }
  const origin = originOf(request, url);
  return ok({
    method,
    ...place,
    params,
    token:
      bearer(request) ?? textParam(body.value, "access_token") ?? textParam(query, "access_token"),
    address: origin + url.pathname.replace(/\/+$/, ""),
    root: origin + place.mount,
    userAgent: request.headers.get("user-agent") ?? "",
  });
}

const printable = (name: string): string =>
  name.replace(/[\0\p{Surrogate}]/gu, "\ufffd").slice(0, 60);

/** Mount, version and what is left of an address's path; null: it is not encoded as a path is. */
export function readPath(pathname: string) {
  let parts: string[];
  try {
    parts = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
  const at = parts.findIndex((part, index) => index < 3 && /^v\d+\.\d+$/.test(part));
  const start = at >= 0 ? at + 1 : parts[0] === "graph" ? 1 : 0;
  const mount = parts.slice(0, start).map((part) => `/${part}`);
  return { path: parts.slice(start), version: parts[at] ?? "v24.0", mount: mount.join("") };
}

/** The Host header says what the caller typed; `request.url` may say localhost. */
function originOf(request: Request, url: URL): string {
  const host = request.headers.get("host") ?? url.host;
  const proto = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  const scheme = proto === "https" || proto === "http" ? `${proto}:` : url.protocol;
  return URL.canParse(`${scheme}//${host}`) ? new URL(`${scheme}//${host}`).origin : url.origin;
}

function bearer(request: Request): string | null {
  const match = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}
