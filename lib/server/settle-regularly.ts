import type { Delivery } from "@/lib/network/delivery/delivery";
import { log } from "./log";

const everyMs = 5_000;

/** Settles closed days soon after they close, so that a page finds them settled. Answers how to stop. */
export function settleRegularly(delivery: Pick<Delivery, "settle">): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= delivery
      .settle({})
      .catch((err: unknown) =>
        log.error({ err }, "Closed days could not be settled; the next try follows."),
      )
      .finally(() => {
        running = null;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
