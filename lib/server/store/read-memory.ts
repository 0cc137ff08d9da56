import type { Database } from "../db/database";

/** What is read over and over and seldom written. A write forgets every read of its topic. */
export type Topic = "ad objects" | "ad accounts" | "ad tokens" | "settled days";

interface ReadMemory {
  /** What was answered to the same question since the topic was last written, or else what `run` answers. */
  read<T>(topic: Topic, question: unknown, run: () => Promise<T>): Promise<T>;
  /** Runs a write. Reads that began before it ended are not remembered. */
  write<T>(topic: Topic, run: () => Promise<T>): Promise<T>;
}

/** So many answers a topic are kept. */
const most = 5_000;

export function createReadMemory(): ReadMemory {
  const topics = new Map<Topic, Map<string, Promise<unknown>>>();
  const keptOf = (topic: Topic) => {
    const kept = topics.get(topic) ?? new Map<string, Promise<unknown>>();
    topics.set(topic, kept);
    return kept;
  };
  return {
    read<T>(topic: Topic, question: unknown, run: () => Promise<T>) {
      const kept = keptOf(topic);
      const key = JSON.stringify(question);
      const known = kept.get(key);
      if (known) return known as Promise<T>;
      if (kept.size >= most) kept.clear();
      const answer = run();
      kept.set(key, answer);
      answer.catch(() => {
        if (kept.get(key) === answer) kept.delete(key);
      });
      return answer;
    },
    async write(topic, run) {
      try {
        return await run();
      } finally {
        keptOf(topic).clear();
      }
    },
  };
}

const forgetful: ReadMemory = { read: (_topic, _question, run) => run(), write: (_, run) => run() };

const memories = new WeakMap<Database, ReadMemory>();

/**
 * From now on stores over this database remember what they read. Only for the embedded one, which a single process has to
 * itself and where every statement costs a millisecond of processor: what another process writes would not be seen.
 */
export function rememberReads(db: Database): void {
  memories.set(db, createReadMemory());
}

export const memoryOf = (db: Database): ReadMemory => memories.get(db) ?? forgetful;
