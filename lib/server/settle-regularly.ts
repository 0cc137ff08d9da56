import type { NetworkClock } from "@/lib/network/delivery/clock";
import type { Delivery } from "@/lib/network/delivery/delivery";
import { log } from "./log";

const everyMs = 5_000;
/** Ad sets that are new since, or were switched, are looked at within a minute, whatever closes when. */
const atLeastEveryMs = 60_000;

/**
 * Settles closed days soon after they close, so that a page finds them settled. Between midnights of the accounts nothing is read but
 * the clock, but once a minute. Answers how to stop.
 */
export function settleRegularly(
  delivery: Pick<Delivery, "settle">,
  clock: Pick<NetworkClock, "now">,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Date | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const isDue = () =>
    performance.now() - last >= atLeastEveryMs || (next !== null && clock.now() >= next);
  const settle = async (): Promise<void> => {
    try {
      next = await delivery.settle({});
      last = performance.now();
    } catch (err) {
      log.error({ err }, "Closed days could not be settled; the next try follows.");
    }
  };
  const timer = setInterval(() => {
    if (!isDue()) return;
    running ??= settle().finally(() => {
      running = null;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
