import { Worker } from "node:worker_threads";
import { placeIn } from "./places";
import type { AskKind, Asks, ShardAsk, ShardData, ShardReply } from "./protocol";

/** One part of the members. Asks are answered in the order they were made. */
export interface Shard {
  readonly index: number;
  readonly first: number;
  readonly count: number;
  /** Whether a member is this shard's own. */
  holds(member: number): boolean;
  ask<K extends AskKind>(
    kind: K,
    ask: Asks[K]["ask"],
    transfer?: readonly ArrayBuffer[],
  ): Promise<Asks[K]["answer"]>;
  /** Told once when the shard ends, at once when it has ended already. */
  onEnd(listener: (error: Error) => void): void;
  close(): Promise<void>;
}

/** How messages reach the host of a shard. */
export interface AskPort {
  post(message: ShardAsk, transfer: readonly ArrayBuffer[]): void;
  onReply(listener: (reply: ShardReply) => void): void;
  onEnd(listener: (error: Error) => void): void;
  end(): Promise<void>;
}

interface Pending {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

const closed = () => new Error("The reach engine is closed.");
const died = () => new Error("A worker of the reach engine ended unexpectedly.");

/** A shard in a worker thread of its own. */
export function openThread(
  workerPath: string,
  data: ShardData,
  onProgress: (members: number) => void,
  onStarted: (worker: Worker) => void = () => {},
): Shard {
  const worker = new Worker(/* turbopackIgnore: true */ workerPath, { workerData: data });
  onStarted(worker);
  return shardOver(
    {
      post: (message, transfer) => worker.postMessage(message, [...transfer]),
      onReply: (listener) => worker.on("message", listener),
      onEnd: (listener) => {
        worker.on("error", listener);
        worker.on("exit", () => listener(died()));
      },
      end: async () => void (await worker.terminate()),
    },
    data,
    onProgress,
  );
}

/** Pairs replies with asks. When the host ends, whatever is still waiting is refused with the reason. */
export function shardOver(
  port: AskPort,
  data: ShardData,
  onProgress: (members: number) => void,
): Shard {
  const pending = new Map<number, Pending>();
  let next = 1;
  let ended: Error | null = null;

  const endListeners: ((error: Error) => void)[] = [];

  const end = (error: Error) => {
    if (ended) return;
    ended = error;
    for (const listener of endListeners) listener(error);
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  port.onEnd(end);
  port.onReply((reply) => {
    if ("progress" in reply) {
      onProgress(reply.progress);
      return;
    }
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if ("error" in reply) waiting?.reject(revive(reply.error));
    else waiting?.resolve(reply.answer);
  });

  return {
    index: data.shard,
    first: data.first,
    count: data.count,
    holds: (member) => placeIn(data, member) !== null,
    ask: (kind, ask, transfer = []) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        const id = next;
        next += 1;
        pending.set(id, { resolve: (answer) => resolve(answer as never), reject });
        port.post({ id, kind, ask } as ShardAsk, transfer);
      }),
    onEnd(listener) {
      if (ended) listener(ended);
      else endListeners.push(listener);
    },
    async close() {
      end(closed());
      await port.end();
    },
  };
}

function revive({ name, message }: { name: string; message: string }): Error {
  return name === "RangeError" ? new RangeError(message) : new Error(message);
}
