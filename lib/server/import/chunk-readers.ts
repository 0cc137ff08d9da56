import { type MessagePort, Worker, workerData } from "node:worker_threads";
import { hashBytes } from "@/lib/network/consent/ledger/tree-hash";
import { hashRow, type RowToHash } from "../ledger/enter-imported";
import { type ChunkRows, type ChunkTask, readChunk } from "./read-chunk";

export interface HashedRow {
  readonly keys: Uint8Array;
  /** One after the other. */
  readonly hashes: Uint8Array;
}

/** Does what takes time side by side, in as many threads as there are. */
export interface ChunkReaders {
  readonly threads: number;
  read(task: ChunkTask): Promise<ChunkRows>;
  /** Hashes a row of consents for the ledger. */
  hash(row: RowToHash): Promise<HashedRow>;
  close(): Promise<void>;
}

async function hash(row: RowToHash): Promise<HashedRow> {
  const { keys, hashes } = await hashRow(row);
  const all = new Uint8Array(hashes.length * hashBytes);
  hashes.forEach((one, i) => {
    all.set(one, i * hashBytes);
  });
  return { keys, hashes: all };
}

/** In this thread: for tests. */
export const readersHere = (companies: ReadonlySet<string>): ChunkReaders => ({
  threads: 1,
  read: async (task) => readChunk(task, companies),
  hash,
  close: async () => undefined,
});

type Ask = { readonly read: ChunkTask } | { readonly hash: RowToHash };
type Reply = { readonly answer: unknown } | { readonly error: string };

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

const answerTo = (
  ask: Ask,
  companies: ReadonlySet<string>,
): Promise<ChunkRows | HashedRow> | ChunkRows =>
  "read" in ask ? readChunk(ask.read, companies) : hash(ask.hash);

/** What a thread of `openReaders` runs. */
export function serveChunks(port: MessagePort): void {
  const companies = new Set(Array.isArray(workerData) ? workerData.map(String) : []);
  // One after the other, so that answers come in the order of the asks.
  let before: Promise<void> = Promise.resolve();
  port.on("message", (ask: Ask) => {
    before = before.then(async () => port.postMessage(await replyTo(ask, companies)));
  });
}

async function replyTo(ask: Ask, companies: ReadonlySet<string>): Promise<Reply> {
  try {
    return { answer: await answerTo(ask, companies) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Threads that run `script`, which must call `serveChunks`; each takes the tasks it is given in order. `companies` are those of the list. */
export function openReaders(
  script: URL,
  threads: number,
  companies: ReadonlySet<string>,
): ChunkReaders {
  const workers = Array.from({ length: threads }, () => openThread(script, [...companies]));
  let next = 0;
  async function ask(what: Ask): Promise<unknown> {
    const worker = workers[next % threads];
    next += 1;
    if (!worker) throw new RangeError("There must be at least one thread.");
    return worker.ask(what);
  }
  return {
    threads,
    read: async (task) => (await ask({ read: task })) as ChunkRows,
    hash: async (row) => (await ask({ hash: row })) as HashedRow,
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

function openThread(script: URL, companies: readonly string[]) {
  const worker = new Worker(script, { workerData: companies });
  const waiting: Waiting[] = [];
  const failAll = (error: Error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on("message", (reply: Reply) => {
    const one = waiting.shift();
    if ("answer" in reply) one?.resolve(reply.answer);
    else one?.reject(new Error(reply.error));
  });
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("A thread that reads lines ended.")));
  return {
    ask: (what: Ask) =>
      new Promise<unknown>((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(what);
      }),
    close: () => worker.terminate(),
  };
}
