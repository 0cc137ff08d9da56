import type { z } from "zod/mini";
import { ok, type Result } from "@/lib/result";
import type { AdApiRefusal } from "./error";
import { aborted, type Failure, readFailure, unavailable } from "./refusal";
import { readUsage } from "./usage";

export interface TransportOptions {
  /** The platform's fetch, or the ad API itself in process. */
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Up to and with the version, without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
  /** How long to wait before try n (from 2) again, in milliseconds. */
  readonly waitMs?: (attempt: number) => number;
  /** How long a second is that the network asks to wait for; shorter in tests. */
  readonly secondMs?: number;
}

interface Ask {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** A change that asked twice does no more than asked once. A create is that only by its client_operation_id. */
  readonly repeatable?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export type Transport = <T>(ask: Ask, schema: z.ZodMiniType<T>) => Promise<Result<T, AdApiRefusal>>;

const attempts = 4;
/** Whoever has to wait for longer is told so at once. */
const longestWaitSeconds = 5;
/** From this percentage of a limit on, calls are spread out. */
const nearlyUsedUp = 90;
/** Longer questions go as a POST that names the method it means. */
const maxQuery = 3000;

/** Doubling from 100 ms, with up to as much again by chance, so that many clients do not come back at once. */
const jittered = (attempt: number): number => 100 * 2 ** (attempt - 2) * (1 + Math.random());

/** A create without an operation id is never made twice: nobody knows whether the first was made. */
const mayRepeat = ({ method, params, repeatable }: Ask): boolean =>
  method === "GET" ||
  repeatable === true ||
  (typeof params.client_operation_id === "string" && params.client_operation_id !== "");

/**
 * Sends calls and reads their answers. Transient and throttled calls that may be repeated are tried up to four times in all, not
 * before the network asks for it, unless that is too long; when a limit is nearly used up, calls wait a little by themselves. An
 * abort ends it at once. Nothing is thrown.
 */
export function createTransport(options: TransportOptions): Transport {
  const { fetch, token, waitMs = jittered, secondMs: second = 1000 } = options;
  /** How long the next call waits, because a limit is nearly used up. */
  let restMs = 0;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");

  async function once<T>(ask: Ask, schema: z.ZodMiniType<T>): Promise<Result<T, Failure & Coded>> {
    try {
      const response = await fetch(...requestOf(ask, baseUrl, token));
      const usage = readUsage(response.headers);
      restMs = usage.percent < nearlyUsedUp ? 0 : waitMs(2) * (usage.percent - nearlyUsedUp + 1);
      const body: unknown = await response.json().catch(() => undefined);
      // In process nothing stops the work half way: what was withdrawn meanwhile must not arrive all the same.
      if (ask.signal?.aborted) return failed(withdrawn);
      if (!response.ok) return failed(readFailure(response.status, body, usage));
      return readAnswer(body, schema);
    } catch (error) {
      if (ask.signal?.aborted) return failed(withdrawn);
      const reason = error instanceof Error ? error.message : "no connection";
      return failed(unavailable(`The network could not be reached (${reason}).`));
    }
  }

  return async (ask, schema) => {
    if (restMs > 0) await pause(restMs, ask.signal);
    for (let attempt = 1; ; attempt += 1) {
      if (ask.signal?.aborted) return { ok: false, error: aborted };
      const result = await once(ask, schema);
      if (result.ok) return result;
      const { transient, waitSeconds, refusal } = result.error;
      const soon = waitSeconds <= longestWaitSeconds;
      const again = mayRepeat(ask) && transient && soon && attempt < attempts;
      if (!again) return { ok: false, error: refusal };
      await pause(second * waitSeconds + waitMs(attempt + 1), ask.signal);
    }
  };
}

const withdrawn: Failure = { transient: false, waitSeconds: 0, refusal: aborted };

interface Coded {
  readonly code: "failed";
  readonly message: string;
}

const failed = (failure: Failure): { readonly ok: false; readonly error: Failure & Coded } => ({
  ok: false,
  error: { ...failure, code: "failed", message: failure.refusal.message },
});

function readAnswer<T>(body: unknown, schema: z.ZodMiniType<T>): Result<T, Failure & Coded> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const where = parsed.error.issues[0]?.path.join(".") || "the answer";
  const failure = unavailable(`The network's answer could not be read (${where}).`);
  return failed({ ...failure, transient: false });
}

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
