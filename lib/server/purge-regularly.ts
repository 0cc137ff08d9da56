import type { Database } from "./db/database";
import { log } from "./log";
import { purgeReleased } from "./store/purge-released";

const everyMs = 6 * 3_600_000;

/** Deletes charges and answers that nothing needs any more, a few times a day. Answers how to stop. */
export function purgeRegularly(db: Database, networkNow: () => Date): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= purgeReleased(db, networkNow(), new Date())
      .then(({ charges, answers }) => {
        if (charges + answers > 0) log.info({ charges, answers }, "Old answers were deleted.");
      })
      .catch((err: unknown) => log.error({ err }, "Old answers could not be deleted."))
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
