import {
  type HashedRow,
  type ListHead,
  type ListReader,
  type PreparedList,
  UnreadableList,
} from "@/lib/companies/customer-list/list-reader";
import type { FromWorker, ToWorker } from "./list-worker-messages";

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The file in a worker of its own; closing ends the worker, whatever it is doing. */
export function openListWorker(file: Blob): ListReader {
  const worker = new Worker(new URL("./list-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;

  function ask<T>(question: ToWorker["ask"], onProgress?: Waiting["onProgress"]): Promise<T> {
    last += 1;
    const id = last;
    return new Promise<T>((resolve, reject) => {
      // The worker runs our own code: what it answers has the type that it was asked for.
      waiting.set(id, { resolve: (value) => resolve(value as T), reject, onProgress });
      worker.postMessage({ id, ask: question } satisfies ToWorker);
    });
  }

  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if (data.kind === "progress") {
      one.onProgress?.(data.done, data.total);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === "answer") one.resolve(data.value);
    else one.reject(new UnreadableList(data.message));
  });
  worker.addEventListener("error", () => {
    const error = new UnreadableList("The browser could not start reading. Reload the page.");
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });

  const opened = ask<null>({ kind: "open", file });
  // Whoever asks first hears of it.
  opened.catch(() => undefined);
  const after = async <T>(question: ToWorker["ask"], onProgress?: Waiting["onProgress"]) => {
    await opened;
    return ask<T>(question, onProgress);
  };
  return {
    head: () => after<ListHead>({ kind: "head" }),
    prepare: (choice, onProgress) => after<PreparedList>({ kind: "prepare", choice }, onProgress),
    rows: (from, to) => after<readonly HashedRow[]>({ kind: "rows", from, to }),
    close: () => {
      worker.terminate();
      waiting.clear();
    },
  };
}
