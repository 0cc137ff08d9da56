import { type MessagePort, Worker } from "node:worker_threads";
import { type ChunkRows, type ChunkTask, readChunk } from "./read-chunk";

/** Reads chunks side by side, as many as there are threads. */
export interface ChunkReaders {
  readonly threads: number;
  read(task: ChunkTask): Promise<ChunkRows>;
  close(): Promise<void>;
}

/** In this thread: for tests. */
export const readersHere: ChunkReaders = {
  threads: 1,
  read: async (task) => readChunk(task),
  close: async () => undefined,
};

type Reply = { readonly rows: ChunkRows } | { readonly error: string };

interface Waiting {
  readonly resolve: (rows: ChunkRows) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread of `openReaders` runs. */
export function serveChunks(port: MessagePort): void {
  port.on("message", (task: ChunkTask) => {
    let reply: Reply;
    try {
      reply = { rows: readChunk(task) };
    } catch (error) {
      reply = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    port.postMessage(reply);
  });
}

/** Threads that run `script`, which must call `serveChunks`; each takes the tasks it is given in order. */
export function openReaders(script: URL, threads: number): ChunkReaders {
  const workers = Array.from({ length: threads }, () => openThread(script));
  let next = 0;
  return {
    threads,
    read(task) {
      const worker = workers[next % threads];
      next += 1;
      if (!worker) throw new RangeError("There must be at least one thread.");
      return worker.read(task);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

function openThread(script: URL) {
  const worker = new Worker(script);
  const waiting: Waiting[] = [];
  const failAll = (error: Error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on("message", (reply: Reply) => {
    const one = waiting.shift();
    if ("rows" in reply) one?.resolve(reply.rows);
    else one?.reject(new Error(reply.error));
  });
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("A thread that reads lines ended.")));
  return {
    read: (task: ChunkTask) =>
      new Promise<ChunkRows>((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      }),
    close: () => worker.terminate(),
  };
}
