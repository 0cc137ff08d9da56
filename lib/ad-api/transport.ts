import type { z } from "zod/mini";
import { ok, type Result } from "@/lib/result";
import type { AdApiRefusal } from "./error";
import { aborted, type Failure, readFailure, unavailable } from "./refusal";

export interface TransportOptions {
  /** The platform's fetch, or the ad API itself in process. */
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Up to and with the version, without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
  /** How long to wait before try n (from 2) again, in milliseconds. */
  readonly waitMs?: (attempt: number) => number;
}

interface Ask {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Asking twice does no more than asking once. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

export type Transport = <T>(ask: Ask, schema: z.ZodMiniType<T>) => Promise<Result<T, AdApiRefusal>>;

const attempts = 4;
/** Longer questions go as a POST that names the method it means. */
const maxQuery = 3000;

/** Doubling from 100 ms, with up to as much again by chance, so that many clients do not come back at once. */
const jittered = (attempt: number): number => 100 * 2 ** (attempt - 2) * (1 + Math.random());

/**
 * Sends calls and reads their answers. Transient failures of repeatable calls are tried up to four times in all;
 * an abort ends it at once. Nothing is thrown.
 */
export function createTransport(options: TransportOptions): Transport {
  const { fetch, token, waitMs = jittered } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");

  async function once<T>(ask: Ask, schema: z.ZodMiniType<T>): Promise<Result<T, Failure & Coded>> {
    try {
      const response = await fetch(...requestOf(ask, baseUrl, token));
      const body: unknown = await response.json().catch(() => undefined);
      // In process nothing stops the work half way: what was withdrawn meanwhile must not arrive all the same.
      if (ask.signal?.aborted) return failed({ transient: false, refusal: aborted });
      if (!response.ok) return failed(readFailure(response.status, body));
      const parsed = schema.safeParse(body);
      if (parsed.success) return ok(parsed.data);
      const [issue] = parsed.error.issues;
      const where = issue?.path.join(".") || "the answer";
      return failed({
        ...unavailable(`The network's answer could not be read (${where}).`),
        transient: false,
      });
    } catch (error) {
      if (ask.signal?.aborted) return failed({ transient: false, refusal: aborted });
      const reason = error instanceof Error ? error.message : "no connection";
      return failed(unavailable(`The network could not be reached (${reason}).`));
    }
  }

  return async (ask, schema) => {
    for (let attempt = 1; ; attempt += 1) {
      if (ask.signal?.aborted) return { ok: false, error: aborted };
      const result = await once(ask, schema);
      if (result.ok) return result;
      const again = ask.repeatable && result.error.transient && attempt < attempts;
      if (!again) return { ok: false, error: result.error.refusal };
      await pause(waitMs(attempt + 1), ask.signal);
    }
  };
}

interface Coded {
  readonly code: "failed";
  readonly message: string;
}

const failed = (failure: Failure): { readonly ok: false; readonly error: Failure & Coded } => ({
  ok: false,
  error: { ...failure, code: "failed", message: failure.refusal.message },
});

function requestOf(
  { method, path, params, signal }: Ask,
  baseUrl: string,
  token: string,
): [string, RequestInit] {
  const address = `${baseUrl}/${path}`;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    query.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  const init: RequestInit = { headers, ...(signal && { signal }) };
  if (method === "GET" && query.toString().length <= maxQuery) {
    return [`${address}?${query}`, { ...init, method }];
  }
  headers["content-type"] = "application/json";
  const body = JSON.stringify(method === "GET" ? { ...params, method: "GET" } : params);
  return [address, { ...init, method: "POST", body }];
}

/** Ends early when the signal aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done);
  });
}
