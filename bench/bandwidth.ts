const bytes = 512 * 2 ** 20;
const looks = 5;

/**
 * How fast one thread reads memory here, in bytes a millisecond, the best of a few: a search for a byte that is not there
 * runs as quickly as the memory gives.
 */
export function readBandwidth(): number {
  const memory = Buffer.alloc(bytes, 1);
  const times = Array.from({ length: looks }, () => {
    const started = performance.now();
    if (memory.indexOf(2) !== -1) throw new Error("Found what was never written.");
    return performance.now() - started;
  });
  return bytes / Math.min(...times);
}
