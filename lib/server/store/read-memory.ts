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
/** About so many bytes a topic, and of one answer: whoever asks for ever other ranges or lists of pictures fills no memory. */
const mostBytes = 64_000_000;
const mostOfOne = 2_000_000;

/** About how many bytes a value takes; more than `mostOfOne` is not looked at further. */
function bytesOf(value: unknown, before = 0): number {
  let bytes = before + 16;
  if (typeof value === "string") return bytes + 2 * value.length;
  if (typeof value !== "object" || value === null) return bytes;
  for (const one of Object.values(value)) {
    if (bytes > mostOfOne) break;
    bytes = bytesOf(one, bytes + 16);
  }
  return bytes;
}

export function createReadMemory(): ReadMemory {
  const topics = new Map<Topic, { answers: Map<string, Promise<unknown>>; bytes: number }>();
  const keptOf = (topic: Topic) => {
    const kept = topics.get(topic) ?? { answers: new Map<string, Promise<unknown>>(), bytes: 0 };
    topics.set(topic, kept);
    return kept;
  };
  const forget = (topic: Topic) => topics.delete(topic);
  return {
    read<T>(topic: Topic, question: unknown, run: () => Promise<T>) {
      const key = JSON.stringify(question);
      const known = keptOf(topic).answers.get(key);
      if (known) return known as Promise<T>;
      if (keptOf(topic).answers.size >= most) forget(topic);
      const kept = keptOf(topic);
      const answer = run();
      kept.answers.set(key, answer);
      answer.then(
        (value) => {
          const bytes = bytesOf(value);
          if (bytes > mostOfOne) kept.answers.delete(key);
          else kept.bytes += bytes + key.length;
          if (kept.bytes > mostBytes && topics.get(topic) === kept) forget(topic);
        },
        () => kept.answers.delete(key),
      );
      return answer;
    },
    async write(topic, run) {
      try {
        return await run();
      } finally {
        forget(topic);
      }
    },
  };
}

const forgetful: ReadMemory = { read: (_topic, _question, run) => run(), write: (_, run) => run() };

/** On the database itself: pages, handlers and the start of the server are bundled apart and have this module each. */
const memory: unique symbol = Symbol.for("nod.read-memory") as never;
type Remembering = Database & { [memory]?: ReadMemory };

/**
 * From now on stores over this database remember what they read. Only for the embedded one, which a single process has to
 * itself and where every statement costs a millisecond of processor: what another process writes would not be seen.
 */
export function rememberReads(db: Database): void {
  (db as Remembering)[memory] = createReadMemory();
}

export const memoryOf = (db: Database): ReadMemory => (db as Remembering)[memory] ?? forgetful;
