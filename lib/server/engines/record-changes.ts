import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import { log } from "../log";
import type { LogPage } from "./embedded/change-log";
import type { Decided, Written } from "./member-log";

/** The one way by which something happens to members. */
export interface ChangeRecorder {
  /**
   * Writes changes down and makes them effective, in the order of the calls: when it resolves they are durable and in every
   * later answer. Throws RangeError for a change that no engine can hold, and the database's error when nothing was written
   * or that is not known.
   */
  record(changes: readonly MemberChange[], at: Date): Promise<void>;
  /** The same for changes that are decided, and written together with more, in the log's transaction: it runs alone. */
  decide<T>(work: (tx: Database) => Promise<Decided<T>>): Promise<T>;
  /** The position up to which the engine has everything. */
  readonly position: number;
  /** Finishes what was asked for. */
  close(): Promise<void>;
}

interface RecorderParts {
  /** In one transaction; answers the position of the last. */
  append(entries: readonly Written[]): Promise<number>;
  /** Runs the work in a transaction and appends what it answers. */
  decide<T>(
    work: (tx: Database) => Promise<Decided<T>>,
  ): Promise<Decided<T> & { readonly position: number }>;
  /** The log's last position, once all who were writing are through. */
  end(): Promise<number>;
  read(after: number): AsyncIterable<LogPage>;
  applyAll(changes: readonly MemberChange[]): Promise<void>;
  /** Where the engine stands in the log. */
  readonly position: number;
}

interface Job extends Written {
  resolve(): void;
  reject(error: unknown): void;
  /** Runs alone, instead of sharing a transaction. */
  readonly alone?: () => Promise<void>;
}

const retryMs = 1_000;

/**
 * One transaction at a time, and those who come meanwhile share the next: the log's order is then the order in which the engine is
 * told. After a transaction that may or may not have committed, the engine reads the log before anything else happens.
 */
export function recordChanges(parts: RecorderParts): ChangeRecorder {
  let position = parts.position;
  let inDoubt = false;
  const waiting: Job[] = [];
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function readOn(): Promise<void> {
    await parts.end();
    for await (const page of parts.read(position)) {
      await parts.applyAll(page.changes).catch(unlessRefused);
      position = page.position;
    }
    inDoubt = false;
  }

  async function write(jobs: readonly Job[]): Promise<void> {
    try {
      const written = await parts.append(jobs);
      if (inDoubt) await readOn();
      const told = await Promise.allSettled(jobs.map(({ changes }) => parts.applyAll(changes)));
      const failed = told.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      for (const error of failed) unlessRefused(error);
      position = Math.max(position, written);
      for (const [i, one] of told.entries()) {
        if (one.status === "rejected") jobs[i]?.reject(one.reason);
        else jobs[i]?.resolve();
      }
    } catch (error) {
      inDoubt = true;
      for (const job of jobs) job.reject(error);
    }
  }

  async function writeDecided<T>(work: (tx: Database) => Promise<Decided<T>>): Promise<T> {
    try {
      const { changes, value, position: written } = await parts.decide(work);
      if (inDoubt) await readOn();
      await parts.applyAll(changes);
      position = Math.max(position, written);
      return value;
    } catch (error) {
      inDoubt = true;
      throw error;
    }
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const first = waiting.findIndex(({ alone }) => alone);
      const jobs = waiting.splice(0, first < 0 ? waiting.length : Math.max(1, first));
      const alone = jobs[0]?.alone;
      if (alone) await alone();
      else await write(jobs);
    }
    if (!inDoubt) return;
    await readOn().catch((err: unknown) => {
      log.error({ err }, "The log of members could not be read; the next try follows.");
      clearTimeout(retry);
      retry = setTimeout(start, retryMs);
      retry.unref();
    });
  }

  function start(): void {
    running ??= work().finally(() => {
      running = null;
      if (waiting.length > 0) start();
    });
  }

  return {
    get position() {
      return position;
    },
    record: (changes, at) =>
      new Promise((resolve, reject) => {
        if (changes.length === 0) return resolve();
        waiting.push({ changes, at, resolve, reject });
        start();
      }),
    decide: (work) =>
      new Promise((resolve, reject) => {
        const alone = () => writeDecided(work).then(resolve, reject);
        waiting.push({ changes: [], at: new Date(), resolve: () => {}, reject, alone });
        start();
      }),
    async close() {
      clearTimeout(retry);
      while (running) await running;
    },
  };
}

/** A change that cannot be held is as good as told: every engine refuses it the same way. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof RangeError)) throw error;
}
