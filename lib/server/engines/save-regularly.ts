import { log } from "../log";

interface Saved {
  /** The position of the last snapshot. */
  readonly saved: number;
  checkpoint(position: number): Promise<void>;
}

export interface SavingPace {
  /** Saves after so many changes, */
  readonly changes: number;
  /** or so long after the last time, when there were any. */
  readonly everyMs: number;
  /** How often it looks. After a save that failed it waits ten looks. */
  readonly lookMs: number;
}

const usualPace: SavingPace = { changes: 20_000, everyMs: 600_000, lookMs: 5_000 };

/** Keeps the last snapshot near the log's end, so that a start has little to replay. Answers how to stop. */
export function saveRegularly(
  engine: Saved,
  position: () => number,
  pace: SavingPace = usualPace,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let last = Date.now();
  let notBefore = 0;
  const look = () => {
    const now = Date.now();
    const at = position();
    const due = at - engine.saved >= pace.changes || now - last >= pace.everyMs;
    if (running || now < notBefore || at <= engine.saved || !due) return;
    running = engine
      .checkpoint(at)
      .then(() => {
        last = Date.now();
      })
      .catch((err: unknown) => {
        notBefore = Date.now() + 10 * pace.lookMs;
        log.error({ err }, "The reach engine could not save; the last snapshot stands.");
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, pace.lookMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
