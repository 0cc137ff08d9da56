import type { Limit } from "./throttle-limits";

/** Fills with use and empties evenly with time; once it was full it stays shut for a while. */
export interface Meter {
  add(amount: number, now: number): void;
  isShut(now: number): boolean;
  /** Whole percent, 100 while it is shut. */
  percent(now: number): number;
  /** Milliseconds until it opens; 0: it is open. */
  opensIn(now: number): number;
}

export function createMeter({ most, windowMs, shutMs }: Limit): Meter {
  let level = 0;
  let at = 0;
  let shutUntil = 0;
  const levelAt = (now: number): number =>
    Math.max(0, level - (most * Math.max(0, now - at)) / windowMs);
  const meter: Meter = {
    add(amount, now) {
      level = levelAt(now) + amount;
      at = now;
      if (level >= most && !meter.isShut(now)) shutUntil = now + shutMs;
    },
    isShut: (now) => now < shutUntil,
    percent: (now) =>
      meter.isShut(now) ? 100 : Math.min(100, Math.floor((100 * levelAt(now)) / most)),
    opensIn: (now) => Math.max(0, shutUntil - now),
  };
  return meter;
}
