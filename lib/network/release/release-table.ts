/** One released value: what was asked, in which epoch, and what was answered. Never holds an exact count once noise is on. */
export interface ReleaseRow {
  readonly epoch: string;
  readonly kind: string;
  readonly key: string;
  readonly value: number;
  /** ISO 8601 */
  readonly at: string;
}

/** Insert-once: the first answer stays, also under concurrency. */
export interface ReleaseTable {
  get(epoch: string, kind: string, key: string): Promise<ReleaseRow | null>;
  /** Writes the row unless one is there; returns the row that is there afterwards. */
  insertOnce(row: ReleaseRow): Promise<ReleaseRow>;
}
