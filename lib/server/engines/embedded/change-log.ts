import type { MemberChange } from "@/lib/network/reach/engine";

/** Consecutive changes, and the position of the last. */
export interface LogPage {
  readonly position: number;
  readonly changes: readonly MemberChange[];
}

/** The log that an engine is a projection of. Positions ascend in the order in which changes take effect, with gaps. */
export interface ChangeLog {
  /** A snapshot of another log is not taken. */
  readonly id: string;
  /** The last position when the engine opens: a snapshot from beyond it belongs to another history. */
  readonly end: number;
  /**
   * Everything after a position, oldest first and up to `upTo` when it is given. With it an engine opens complete, saves without
   * stopping its workers, and starts a worker again that died; without it the caller replays, and a dead worker stays dead.
   */
  read?(after: number, upTo?: number): AsyncIterable<LogPage>;
}

export type ReadLog = NonNullable<ChangeLog["read"]>;
