import type { LedgerSigner } from "@/lib/network/consent/ledger/signing-key";
import type { Database } from "../db/database";
import { log } from "../log";
import { publishCheckpoint } from "./checkpoints";

const everyMs = 3_600_000;

/** Publishes a checkpoint of the consent ledger at once and then every hour. Answers how to stop. */
export function publishRegularly(db: Database, signer: LedgerSigner): () => Promise<void> {
  let running: Promise<void> | null = null;
  const publish = () => {
    running ??= publishCheckpoint(db, signer, () => new Date())
      .then(
        () => undefined,
        (err: unknown) => log.error({ err }, "No checkpoint of the consent ledger was signed."),
      )
      .finally(() => {
        running = null;
      });
  };
  publish();
  const timer = setInterval(publish, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
