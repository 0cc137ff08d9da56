import { setTimeout as pause } from "node:timers/promises";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import type { AskKind, Asks } from "./protocol";
import type { Shard } from "./shard";

export interface Supervision {
  /** Opens an empty shard in place of one that died. */
  open(): Shard;
  /** Fills it with everything that is in the log. */
  stand(shard: Shard): Promise<void>;
  readonly today: () => number;
  readonly logger: {
    info(facts: object, message: string): void;
    error(facts: object, message: string): void;
  };
}

interface Unapplied {
  readonly ask: Asks["apply"]["ask"];
  resolve(answer: null): void;
  reject(error: unknown): void;
}

const waitsMs = [0, 1_000, 5_000, 15_000, 60_000];

/**
 * A shard that is started again when its worker dies. Questions asked meanwhile are refused; changes wait, are applied in
 * order once the new worker has read the log, and some of them twice, which is as good as once.
 */
export function supervisedShard(first: Shard, supervision: Supervision): Shard {
  const { logger } = supervision;
  let current = first;
  let restarting = false;
  const stop = new AbortController();
  const unapplied = new Set<Unapplied>();
  const watchers: ((error: Error) => void)[] = [];
  watch(first);

  function watch(shard: Shard): void {
    shard.onEnd((err) => {
      if (stop.signal.aborted || shard !== current) return;
      restarting = true;
      logger.error({ err, shard: shard.index }, "A worker of the reach engine died.");
      restart().catch((error: unknown) => {
        if (!stop.signal.aborted) logger.error({ err: error }, "The reach engine has lost a part.");
      });
    });
  }

  async function restart(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      await pause(waitsMs[Math.min(attempt, waitsMs.length - 1)], null, { signal: stop.signal });
      const shard = supervision.open();
      const close = () => void shard.close();
      stop.signal.addEventListener("abort", close);
      try {
        const started = performance.now();
        await supervision.stand(shard);
        stop.signal.throwIfAborted();
        const ms = Math.round(performance.now() - started);
        logger.info({ ms, shard: shard.index }, "A worker of the reach engine stands again.");
        takeOver(shard);
        return;
      } catch (err) {
        await shard.close();
        if (stop.signal.aborted) return;
        logger.error({ err, attempt }, "A worker of the reach engine could not start again.");
      } finally {
        stop.signal.removeEventListener("abort", close);
      }
    }
  }

  /** Posted before anything else can be asked, so what waited comes first. */
  function takeOver(shard: Shard): void {
    current = shard;
    restarting = false;
    shard.ask("advance", { today: supervision.today() }).catch(() => {});
    for (const one of unapplied) send(one);
    watch(shard);
  }

  function send(one: Unapplied): void {
    const shard = current;
    shard.ask("apply", one.ask).then(
      (answer) => {
        unapplied.delete(one);
        one.resolve(answer);
      },
      (error: unknown) => {
        const died = restarting || shard !== current;
        if (died && !(error instanceof RangeError) && !stop.signal.aborted) return;
        unapplied.delete(one);
        one.reject(error);
      },
    );
  }

  function apply(ask: Asks["apply"]["ask"]): Promise<null> {
    return new Promise((resolve, reject) => {
      const one = { ask, resolve, reject };
      unapplied.add(one);
      if (!restarting) send(one);
    });
  }

  async function ask<K extends AskKind>(
    kind: K,
    asked: Asks[K]["ask"],
    transfer?: readonly ArrayBuffer[],
  ): Promise<Asks[K]["answer"]> {
    if (restarting) {
      // Whoever takes over is told the day then.
      if (kind === "advance") return null as Asks[K]["answer"];
      throw new EngineUnavailable("A worker of the engine is being started again.");
    }
    try {
      return await current.ask(kind, asked, transfer);
    } catch (error) {
      throw restarting && !stop.signal.aborted
        ? new EngineUnavailable("A worker of the engine is being started again.")
        : error;
    }
  }

  return {
    index: first.index,
    first: first.first,
    count: first.count,
    holds: first.holds,
    onEnd: (listener) => void watchers.push(listener),
    ask: (kind, asked, transfer) =>
      kind === "apply" && !stop.signal.aborted
        ? (apply(asked as Asks["apply"]["ask"]) as Promise<never>)
        : ask(kind, asked, transfer),
    async close() {
      stop.abort();
      await current.close();
      const closed = new Error("The reach engine is closed.");
      for (const one of unapplied) one.reject(closed);
      unapplied.clear();
      for (const watcher of watchers) watcher(closed);
    },
  };
}
