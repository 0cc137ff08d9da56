import { createRateLimit, type RateLimit } from "@/lib/network/signals/rate-limit";
import { receiveSignals } from "@/lib/network/signals/receive-signals";
import { isSignedBy, isSignedNow } from "@/lib/network/signals/signature";
import type { Database } from "../db/database";
import type { ChangeRecorder } from "../engines/record-changes";
import { type PopulationFacts, readPopulation } from "../population-facts";
import { readAtMost } from "../read-at-most";
import { appOfKey } from "./signal-keys";
import { signalStore } from "./signal-store";

const mostBytes = 4 * 1024 * 1024;

export interface SignalParts {
  readonly db: Database;
  readonly engine: Pick<ChangeRecorder, "decide">;
  readonly pepper: string;
  readonly now: () => Date;
  readonly limit: RateLimit;
}

/** One for the whole process. */
export const signalLimit = createRateLimit(Date.now);

/** Answers a batch of signals: checks who sent it, reads no more than may come, and leaves the rest to the domain. */
export async function takeSignals(request: Request, parts: SignalParts): Promise<Response> {
  const { db, engine, pepper, now, limit } = parts;
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) {
    return refusal(415, "not_json", "Send the batch as application/json.");
  }
  const signed = {
    keyId: request.headers.get("nod-key") ?? "",
    timestamp: request.headers.get("nod-timestamp") ?? "",
    signature: request.headers.get("nod-signature") ?? "",
  };
  if (!isSignedNow(signed, now())) return unsigned();
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return tooLarge();
  const body = await readAtMost(request, mostBytes);
  if (!body) return tooLarge();
  const isSigned = isSignedBy(pepper, signed, body);
  const app = await appOfKey(db, signed.keyId);
  if (!isSigned || app === null) return unsigned();

  const batch = parse(body);
  const wait = limit.waitSeconds(signed.keyId, eventsIn(batch));
  if (wait > 0) {
    return refusal(429, "throttled", `This key has sent enough for now: wait ${wait} seconds.`, {
      "Retry-After": String(wait),
    });
  }
  const facts = (await readPopulation(db)) ?? nobody;
  const signals = signalStore({ engine, facts, pepper });
  const kept = await receiveSignals({ app, signals, now }, batch);
  if (kept.ok) return Response.json(kept.value, { headers: noStore });
  const { code, message } = kept.error;
  return refusal(code === "another_app" ? 403 : 422, code, message);
}

const nobody: PopulationFacts = { members: 0, seed: 0, madeOn: 0, imported: false };
const noStore = { "Cache-Control": "no-store" };

/** undefined: it is no JSON. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

const eventsIn = (batch: unknown): number =>
  typeof batch === "object" && batch !== null && "events" in batch && Array.isArray(batch.events)
    ? batch.events.length
    : 0;

/** The same for a key that nobody gave out, one that was revoked, a wrong signature and an old one. */
const unsigned = (): Response =>
  refusal(
    401,
    "not_signed",
    "The batch is not signed with a key in use, or its timestamp is more than five minutes off.",
  );

const tooLarge = (): Response =>
  refusal(413, "too_large", "A batch has at most 4 MB: send it in several.");

const refusal = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  Response.json({ error: { code, message } }, { status, headers: { ...noStore, ...headers } });
