import type { Attempts } from "./share-ports";

const triesAllowed = 8;
const windowMs = 15 * 60_000;
const mostKeys = 10_000;

/** Wrong tries in memory: eight in a quarter of an hour, then none is heard until the first of them is that old. */
export function memoryAttempts(): Attempts {
  const tries = new Map<string, readonly number[]>();
  const recent = (key: string, now: Date): readonly number[] =>
    (tries.get(key) ?? []).filter((at) => now.getTime() - at < windowMs);
  return {
    waitMinutes(key, now) {
      const at = recent(key, now);
      const first = at.at(-triesAllowed);
      if (at.length < triesAllowed || first === undefined) return 0;
      return Math.max(1, Math.ceil((first + windowMs - now.getTime()) / 60_000));
    },
    failed(key, now) {
      const at = [...recent(key, now), now.getTime()].slice(-triesAllowed);
      tries.delete(key);
      tries.set(key, at);
      const oldest = tries.keys().next().value;
      if (tries.size > mostKeys && oldest !== undefined) tries.delete(oldest);
    },
    passed: (key) => {
      tries.delete(key);
    },
  };
}
