const start = Date.UTC(2020, 0, 1);
let last = 0;

/**
 * An id for a new object: ascends in time and does not repeat within a process. Milliseconds since 2020 times 8,192, plus
 * a random part that keeps two processes apart; stays below 2^53 until 2054.
 */
export function newObjectId(): number {
  const [random = 0] = crypto.getRandomValues(new Uint16Array(1));
  last = Math.max(last + 1, (Date.now() - start) * 8192 + (random % 8192));
  return last;
}
