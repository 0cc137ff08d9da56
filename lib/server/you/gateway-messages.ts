import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { TextGateway } from "../env";
import type { TextMessages } from "./text-messages";

/** One try, and what follows after so many milliseconds. */
const waitsMs = [0, 1_000, 4_000];
const timeoutMs = 10_000;

interface Parts {
  readonly fetch: typeof fetch;
  /** Hears why a message was not handed over: a status, or the kind of an error. */
  readonly onFailure: (why: string) => void;
  readonly waitsMs?: readonly number[];
}

/**
 * Text messages by the operator's gateway: `POST` with `{to, text}` as JSON and the token as bearer. Any 2xx is a yes. Tried again, at most
 * three times in all and with the same Idempotency-Key, when it is away, too busy or failing; what it refuses it would refuse again.
 */
export function gatewayMessages({ url, token }: TextGateway, parts: Parts): TextMessages {
  async function attempt(body: string, key: string): Promise<"sent" | "refused" | "again"> {
    try {
      const answer = await parts.fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": key,
        },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      await answer.body?.cancel();
      if (answer.ok) return "sent";
      parts.onFailure(`status ${answer.status}`);
      return answer.status === 429 || answer.status >= 500 ? "again" : "refused";
    } catch (error) {
      parts.onFailure(error instanceof Error ? error.name : "unknown");
      return "again";
    }
  }

  return {
    async send({ to, text }) {
      const key = randomUUID();
      const body = JSON.stringify({ to, text });
      for (const wait of parts.waitsMs ?? waitsMs) {
        if (wait > 0) await pause(wait);
        const outcome = await attempt(body, key);
        if (outcome !== "again") return outcome === "sent";
      }
      return false;
    },
  };
}
