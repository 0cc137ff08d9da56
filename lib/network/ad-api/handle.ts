import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import type { Result } from "@/lib/result";
import { accountType } from "./account-type";
import { answerBatch } from "./batch";
import { type Call, readCall } from "./call";
import { type Caller, identify } from "./caller";
import type { AdApiDeps } from "./deps";
import { engineAway, errorBody, type Fault, type Refused, refused } from "./fault";
import { pause } from "./least-time";
import { askedFault } from "./mock-fault";
import { networkCatalogue } from "./network-catalogue";
import { objectTypes } from "./object-types";
import { routeCall } from "./route-call";
import type { Answer, Scope } from "./scope";
import { serveImage } from "./serve-image";
import { createShelf } from "./shelf";
import { createStopwatch } from "./stopwatch";
import { type CallUsage, createThrottle } from "./throttle";
import { throttleLimits } from "./throttle-limits";

type UsageHeaders = Readonly<Record<string, string>>;

interface Answered {
  readonly result: Result<unknown, Fault>;
  readonly usage?: UsageHeaders;
}

type Optional = "catalogue" | "cpuMs" | "limits" | "pause" | "wallNow";
type Given = Omit<AdApiDeps, Optional> & Partial<Pick<AdApiDeps, Optional>>;

/**
 * The network's ad API over Web standards: one function from request to response, for any mount and any `/v1.0`-like version.
 * Every refusal is JSON with a non-2xx status; it never throws.
 */
export function createAdApi(given: Given): (request: Request) => Promise<Response> {
  const deps: AdApiDeps = {
    catalogue: networkCatalogue,
    pause,
    wallNow: () => new Date(),
    limits: throttleLimits,
    cpuMs: () => 0,
    ...given,
  };
  const throttle = createThrottle(deps.limits, deps.wallNow);
  const stopwatch = createStopwatch(deps.cpuMs);

  /** A batch counts as the calls in it. */
  async function answer(call: Call, traceId: string): Promise<Answered> {
    const caller = await identify(deps, call.token);
    if (!caller.ok) return { result: caller };
    if (call.path.length === 0 && call.method === "POST") {
      return { result: await answerBatch(call, handle) };
    }
    const { usage, refusal } = throttle.begin(caller.value);
    const stop = stopwatch();
    const result = refusal ?? (await answerOne(call, caller.value, usage, traceId));
    const { cpuMs, timeMs } = stop();
    return { result, usage: usage.end(cpuMs, timeMs) };
  }

  async function answerOne(call: Call, caller: Caller, usage: CallUsage, traceId: string): Answer {
    const scope: Scope = {
      deps,
      caller,
      usage,
      call,
      now: deps.clock.now(),
      shelf: createShelf(deps.objects, deps.accounts),
      types: { account: accountType, object: (kind) => objectTypes[kind] },
    };
    try {
      return await routeCall(scope);
    } catch (error) {
      return faultOf(error, traceId);
    }
  }

  async function handle(request: Request): Promise<Response> {
    const traceId = newTraceId();
    let version = "v24.0";
    try {
      const call = await readCall(request);
      if (!call.ok) return respond(call, version, traceId);
      version = call.value.version;
      const [first, hash = ""] = call.value.path;
      if (first === "nod_images" && call.value.method === "GET") {
        const image = await serveImage(deps.objects, hash);
        if (image) return image;
      }
      const asked = deps.faults ? await askedFault(request.headers.get("x-mock-fault")) : null;
      const answered = asked ? { result: asked } : await answer(call.value, traceId);
      return respond(answered.result, version, traceId, answered.usage);
    } catch (error) {
      return respond(faultOf(error, traceId), version, traceId);
    }
  }

  function faultOf(error: unknown, traceId: string): Refused {
    if (error instanceof EngineUnavailable) return engineAway(error.message);
    deps.onBug(error, traceId);
    return unknownError();
  }

  return handle;
}

const unknownError = () =>
  refused(1, "An unknown error occurred. Try again in a moment.", { status: 500, transient: true });

function respond(
  result: Result<unknown, Fault>,
  version: string,
  traceId: string,
  usage: UsageHeaders = {},
): Response {
  const headers = new Headers({
    ...usage,
    "facebook-api-version": version,
    "x-fb-trace-id": traceId,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  if (result.ok) return Response.json(result.value, { headers });
  const { error } = result;
  if (error.wire === 190) {
    headers.set("www-authenticate", `OAuth "Nod" "invalid_token" "${error.message}"`);
  }
  return Response.json(errorBody(error, traceId), { status: error.status, headers });
}

const newTraceId = (): string =>
  `A${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)))).replace(/[+/]/g, "x")}`;
