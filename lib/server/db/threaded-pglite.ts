import path from "node:path";
import { Worker } from "node:worker_threads";
import { types } from "@electric-sql/pglite";

interface Answer {
  readonly rows: readonly unknown[];
  readonly fields: readonly unknown[];
  readonly affectedRows?: number;
}

/** What the query builder needs of a client. */
interface Queries {
  query(
    text: string,
    params: readonly unknown[],
    options: { readonly rowMode: "array" | "object" },
  ): Promise<Answer>;
}

export interface ThreadedPglite extends Queries {
  /** Alone with the database until it is done; rolled back when it throws. */
  transaction<T>(work: (client: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Reply {
  readonly id: number;
  readonly answer?: Answer;
  readonly error?: Record<string, string>;
}

interface Pending {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** Read from text by the query builder: moments, days, intervals, and arrays of them and of numerics. */
const textTypes = [
  types.TIMESTAMP,
  types.TIMESTAMPTZ,
  types.INTERVAL,
  types.DATE,
  1231,
  1115,
  1185,
  1187,
  1182,
];

/**
 * The embedded database in a thread of its own, so that no query stops the event loop. Queries are answered in the order in which they
 * are asked; while a transaction is open, those from outside wait. Rejects when the folder cannot be opened.
 */
export async function openThreadedPglite(folder: string): Promise<ThreadedPglite> {
  const file = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    "lib/server/db/pglite-worker.mjs",
  );
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    workerData: { folder, textTypes },
  });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: Error | null = null;
  let gate: Promise<unknown> = Promise.resolve();

  const ready = new Promise<Answer>((resolve, reject) => pending.set(0, { resolve, reject }));
  const end = (error: Error) => {
    ended ??= error;
    for (const one of pending.values()) one.reject(ended);
    pending.clear();
  };
  worker.on("message", ({ id, answer, error }: Reply) => {
    const one = pending.get(id);
    pending.delete(id);
    if (error) one?.reject(Object.assign(new Error(error.message), error));
    else one?.resolve(answer ?? { rows: [], fields: [] });
  });
  worker.on("error", end);
  worker.on("exit", () => end(new Error("The database's thread has ended.")));

  function post(
    ask: { readonly kind: "query" | "close" } & Record<string, unknown>,
  ): Promise<Answer> {
    if (ended) return Promise.reject(ended);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, ...ask });
    });
  }

  const inside: Queries = {
    query: (text, params, { rowMode }) => post({ kind: "query", text, params, rowMode }),
  };
  const plain = (text: string) => inside.query(text, [], { rowMode: "array" });

  async function transaction<T>(work: (client: Queries) => Promise<T>): Promise<T> {
    const before = gate;
    let open = () => {};
    gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await before;
    try {
      await plain("begin");
      try {
        const result = await work(inside);
        await plain("commit");
        return result;
      } catch (error) {
        if (!ended) await plain("rollback");
        throw error;
      }
    } finally {
      open();
    }
  }

  try {
    await ready;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: (text, params, options) => gate.then(() => inside.query(text, params, options)),
    transaction,
    async close() {
      await gate;
      await post({ kind: "close" });
      await worker.terminate();
    },
  };
}
