export interface WorkerPlan {
  readonly workers: number;
  /** How many of them make their members at the same time. */
  readonly loadingAtOnce: number;
  /** Bytes for answering with all bitmaps that are kept, and for the worker beside them that saves one shard at a time. */
  readonly servingBytes: number;
  /** Bytes at most while the members are made. */
  readonly loadingBytes: number;
}

/** A part smaller than this answers faster than the message to another worker travels. */
const leastPerWorker = 100_000;
/** An instance of wasm stops at 4 GiB; at 90 bytes a member this leaves room for growth. */
const mostPerWorker = 30_000_000;
/** Measured by `npm run bench`, rounded up: small populations waste more of the words of their cells. */
const servingBytesPerMember = 90;
const cellBytes = 40 * 2 ** 20;
/** Without kept bitmaps: of the worker that saves, and of all while the members are made. */
const savingBytesPerMember = 70;
/**
 * Columns, kept until every shard's cells are known. A worker that has loaded allocates nothing more, so what it kept is not
 * given back: 100 million members were seen to take 16.2 GiB at most.
 */
const loadingBytesPerMember = 100;
const bytesPerWorker = 64 * 2 ** 20;

/**
 * One worker a core, with one core left to the event loop, and as many more as the limit of an instance demands. When there
 * are more workers than cores, no more of them load at once than there are cores.
 */
export function planWorkers(members: number, cores: number, asked?: number): WorkerPlan {
  const useful = Math.max(1, Math.ceil(members / leastPerWorker));
  const needed = Math.ceil(members / mostPerWorker);
  const workers = asked ?? Math.max(1, needed, Math.min(cores - 1, useful));
  const loadingAtOnce = Math.min(workers, Math.max(1, cores));
  const fixed = workers * (bytesPerWorker + cellBytes);
  const saving = Math.ceil(members / workers) * savingBytesPerMember;
  return {
    workers,
    loadingAtOnce,
    servingBytes: members * servingBytesPerMember + fixed + saving,
    loadingBytes: members * (savingBytesPerMember + loadingBytesPerMember) + fixed,
  };
}

/** Why the members do not fit into what is free, in one line with what to do, or null when they do. */
export function shortOfMemory(
  members: number,
  neededBytes: number,
  freeBytes: number,
): string | null {
  if (neededBytes <= freeBytes) return null;
  const [needed, free] = [neededBytes, freeBytes].map((bytes) => (bytes / 2 ** 30).toFixed(1));
  return (
    `${members.toLocaleString("en")} members need ${needed} GiB of memory and ${free} GiB are free: ` +
    "set NOD_MEMBERS lower, free memory, take a bigger machine, or spread them over several with REACH_ENGINE=clickhouse."
  );
}
