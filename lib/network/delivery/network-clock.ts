import type { NetworkClock } from "./clock";

export interface NetworkClockParts {
  /** The stored moment; null before the first start. */
  readonly load: () => Promise<Date | null>;
  readonly save: (at: Date) => Promise<void>;
  /** Network seconds per wall second. */
  readonly rate: number;
  readonly wallNow: () => Date;
  /** Only in test mode. */
  readonly settable?: boolean;
}

export interface RunningClock extends NetworkClock {
  /** Stores how far time may run until the next call; called every `persistEverySeconds` by itself. */
  persist(): Promise<void>;
  /** Jumps forwards. @throws outside test mode, and when asked to go back. */
  set(at: Date): Promise<void>;
  /** Stops time and stores where it stands. */
  close(): Promise<void>;
}

const persistEverySeconds = 5;
/** Time reserved ahead, in wall seconds: stored before it is shown, so that no moment is ever lived twice, also after kill -9. */
const reserveSeconds = 15;

/**
 * Network time: starts at wall time, then advances only while the server runs. What is stored lies a little ahead of what is
 * shown; time never passes it, and a start after a crash goes on from it. So it never runs backwards, and a crash costs a
 * jump of at most `reserveSeconds` x rate.
 */
export async function createNetworkClock(parts: NetworkClockParts): Promise<RunningClock> {
  const { save, rate, wallNow } = parts;
  let origin = { network: (await parts.load())?.getTime() ?? wallNow().getTime(), wall: wall() };
  let limit = origin.network;
  let shown = origin.network;
  let stopped = false;

  function wall(): number {
    return wallNow().getTime();
  }

  function now(): number {
    if (stopped) return shown;
    const running = origin.network + (wall() - origin.wall) * rate;
    // The machine slept or the database is away: time that nobody reserved did not pass.
    if (running > limit) origin = { network: limit, wall: wall() };
    shown = Math.max(shown, Math.min(limit, running));
    return shown;
  }

  async function persist(): Promise<void> {
    if (stopped) return;
    const ahead = now() + reserveSeconds * 1000 * rate;
    await save(new Date(ahead));
    limit = Math.max(limit, ahead);
  }

  await persist();
  const timer = setInterval(() => {
    persist().catch(() => undefined);
  }, persistEverySeconds * 1000);
  timer.unref();

  return {
    rate,
    now: () => new Date(now()),
    persist,
    async set(at) {
      if (!parts.settable) throw new Error("Network time can be set in test mode only.");
      if (at.getTime() < now()) throw new RangeError("Network time never runs backwards.");
      await save(new Date(at.getTime() + reserveSeconds * 1000 * rate));
      origin = { network: at.getTime(), wall: wall() };
      limit = at.getTime() + reserveSeconds * 1000 * rate;
    },
    async close() {
      now();
      stopped = true;
      clearInterval(timer);
      await save(new Date(shown));
    },
  };
}
