import type { Result } from "@/lib/result";

/** P(x) of the discrete Gaussian, proportional to exp(-x^2 / (2 sigmaSquared)). */
export function gaussianMass(sigmaSquared: number): (x: number) => number {
  const weight = (x: number) => Math.exp(-(x * x) / (2 * sigmaSquared));
  const reach = Math.ceil(12 * Math.sqrt(sigmaSquared));
  let total = weight(0);
  for (let x = 1; x <= reach; x += 1) total += 2 * weight(x);
  return (x) => weight(x) / total;
}

/**
 * Pearson's statistic of whole-number draws against a mass function, over bins of at least 20 expected draws, and the value
 * that it exceeds by chance once in a thousand times (Wilson and Hilferty's approximation).
 */
export function chiSquare(
  draws: readonly number[],
  mass: (x: number) => number,
): { readonly statistic: number; readonly critical: number } {
  const counts = new Map<number, number>();
  for (const draw of draws) counts.set(draw, (counts.get(draw) ?? 0) + 1);
  const bins: { expected: number; observed: number }[] = [];
  let edge = 0;
  while (draws.length * mass(edge + 1) >= 20) edge += 1;
  let inside = { expected: 0, observed: 0 };
  for (let x = -edge; x <= edge; x += 1) {
    const bin = { expected: draws.length * mass(x), observed: counts.get(x) ?? 0 };
    bins.push(bin);
    inside = {
      expected: inside.expected + bin.expected,
      observed: inside.observed + bin.observed,
    };
  }
  bins.push({
    expected: draws.length - inside.expected,
    observed: draws.length - inside.observed,
  });
  const statistic = bins.reduce(
    (sum, { expected, observed }) => sum + (observed - expected) ** 2 / expected,
    0,
  );
  const freedom = bins.length - 1;
  const cube = 1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom));
  return { statistic, critical: freedom * cube ** 3 };
}

/** The value of an answer that was not refused. */
export function answered<T>(result: Result<T, { code: string; message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
