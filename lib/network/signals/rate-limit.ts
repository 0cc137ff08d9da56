const windowMs = 60_000;
const mostRequests = 60;
const mostEvents = 100_000;
/** More keys than this are not told apart for longer than their minute. */
const mostKeys = 10_000;

export interface RateLimit {
  /** 0: go on, and it is counted. Otherwise in so many seconds. */
  waitSeconds(key: string, events: number): number;
}

/** How much each key may send within a minute: requests, and the events in them. Counted by each server for itself. */
export function createRateLimit(now: () => number): RateLimit {
  const windows = new Map<string, { from: number; requests: number; events: number }>();
  return {
    waitSeconds(key, events) {
      const at = now();
      const known = windows.get(key);
      const window =
        known && at - known.from < windowMs ? known : { from: at, requests: 0, events: 0 };
      if (windows.size >= mostKeys) {
        for (const [one, { from }] of windows) if (at - from >= windowMs) windows.delete(one);
      }
      windows.set(key, window);
      if (window.requests >= mostRequests || window.events + events > mostEvents) {
        return Math.ceil((window.from + windowMs - at) / 1000);
      }
      window.requests += 1;
      window.events += events;
      return 0;
    },
  };
}
