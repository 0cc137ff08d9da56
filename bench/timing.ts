/** Milliseconds. */
export interface Times {
  readonly best: number;
  readonly median: number;
  readonly p95: number;
  readonly asked: number;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    best: quantile(sorted, 0),
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    asked: sorted.length,
  };
}
