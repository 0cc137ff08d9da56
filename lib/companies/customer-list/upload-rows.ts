import type { HashedRow } from "./list-reader";

/** The network takes up to 10,000 rows a call; half of that shows progress sooner and stays below a megabyte. */
export const rowsACall = 5_000;

export interface Batch {
  /** From 1. */
  readonly seq: number;
  readonly last: boolean;
  readonly rows: readonly HashedRow[];
}

interface Upload {
  readonly total: number;
  /** Calls that arrived already, when a stopped upload goes on. */
  readonly arrived: number;
  readonly take: (from: number, to: number) => Promise<readonly HashedRow[]>;
  /** Throws when a call does not arrive; sending it again changes nothing. */
  readonly send: (batch: Batch) => Promise<void>;
  readonly onArrived: (calls: number) => void;
}

export const callsFor = (total: number): number => Math.ceil(total / rowsACall);

/** Sends the rows call after call. Stops at the first that fails; what arrived is told, so that nothing is sent twice for nothing. */
export async function uploadRows({ total, arrived, take, send, onArrived }: Upload): Promise<void> {
  const calls = callsFor(total);
  for (let seq = arrived + 1; seq <= calls; seq += 1) {
    const rows = await take((seq - 1) * rowsACall, Math.min(seq * rowsACall, total));
    await send({ seq, last: seq === calls, rows });
    onArrived(seq);
  }
}
