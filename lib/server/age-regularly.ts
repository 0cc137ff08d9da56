import { yearOfDay } from "@/lib/network/population/age-band";
import type { Database } from "./db/database";
import type { RecordingEngine } from "./engines/open-engine";
import { turnYear } from "./import/turn-year";
import { log } from "./log";
import { dayNumber } from "./population-facts";

const everyMs = 30_000;

/**
 * Keeps imported members as old as they are while the server runs: age is the year less the birth year, so everything happens
 * once, at New Year (UTC). `year` is the one in which the engine opened. Answers how to stop.
 */
export function ageRegularly(
  db: Database,
  engine: Pick<RecordingEngine, "applyAll" | "decide">,
  year: number,
): () => Promise<void> {
  let settled = year;
  let running: Promise<void> | null = null;
  const look = () => {
    const now = yearOfDay(dayNumber(new Date()));
    if (now <= settled || running) return;
    running = turnYear(db, engine, settled, now)
      .then(() => {
        settled = now;
      })
      .catch((err: unknown) =>
        log.error({ err }, "Members could not be made a year older; the next try follows."),
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
