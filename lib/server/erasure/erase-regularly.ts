import { sessionMs } from "@/lib/network/lists/customer-lists";
import { removeStoppedUploads } from "../lists/stopped-uploads";
import { log } from "../log";
import { letInWhoWaited } from "../signals/let-in";
import { removeOldSignalRows } from "../signals/signal-rows";
import { type ErasingParts, eraseWaiting } from "./erase-waiting";

const everyMs = 30_000;

/** Erases what nobody may use any more while the server runs, lets in whose quarantine is over, and removes what signals and stopped uploads no longer need. Answers how to stop. */
export function eraseRegularly(parts: ErasingParts): () => Promise<void> {
  let running: Promise<void> | null = null;
  const work = async () => {
    await eraseWaiting(parts);
    await letInWhoWaited(parts);
    await removeOldSignalRows(parts.db, parts.now());
    await removeStoppedUploads(parts.db, new Date(parts.now().getTime() - sessionMs));
  };
  const look = () => {
    running ??= work()
      .catch((err: unknown) =>
        log.error({ err }, "What was withdrawn could not be erased; the next try follows."),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
