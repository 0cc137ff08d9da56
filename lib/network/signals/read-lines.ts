import { idOf, type SignalEvent, signalEvent } from "./signal-event";

export interface ReadLine {
  readonly index: number;
  readonly id: string | null;
  /** null: it is not an event. */
  readonly event: SignalEvent | null;
}

/** The lines of a batch, each read by itself. */
export const readLines = (events: readonly unknown[]): readonly ReadLine[] =>
  events.map((line, index) => {
    const read = signalEvent.safeParse(line);
    return { index, id: idOf(line), event: read.success ? read.data : null };
  });
