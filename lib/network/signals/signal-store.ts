import type { JudgedSignals, KnownFacts } from "./known-facts";

/** Where signals go. */
export interface SignalStore {
  /**
   * Reads what the events are judged by, judges them and writes what comes of it, in one transaction and one batch at a time.
   * Resolved: it is durable, and every question asked from now on knows.
   */
  keep(
    app: string,
    events: readonly unknown[],
    judge: (known: KnownFacts) => JudgedSignals,
    at: Date,
  ): Promise<JudgedSignals>;
}
