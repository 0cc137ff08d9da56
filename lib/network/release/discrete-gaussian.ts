/** Uniform integers: `below(n)` is in 0 .. n - 1, every value equally likely. */
export interface UniformSource {
  below(bound: bigint): bigint;
}

/** A rational number of at least 0. */
interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * An exact draw from the discrete Gaussian with mean 0 and variance parameter `sigmaSquared` (a whole number):
 * P(x) is proportional to exp(-x^2 / (2 sigmaSquared)) on the integers. No floating point takes part.
 * Canonne, Kamath, Steinke: The Discrete Gaussian for Differential Privacy (2020), algorithms 1-3, arXiv 2004.00010.
 */
export function discreteGaussian(sigmaSquared: bigint, source: UniformSource): bigint {
  if (sigmaSquared <= 0n) throw new RangeError("The variance parameter is at least 1.");
  const scale = integerRoot(sigmaSquared) + 1n;
  for (;;) {
    const candidate = discreteLaplace(scale, source);
    const size = candidate < 0n ? -candidate : candidate;
    const distance = size * scale - sigmaSquared;
    const bias = { over: distance * distance, under: 2n * sigmaSquared * scale * scale };
    if (bernoulliExp(bias, source)) return candidate;
  }
}

/** Algorithm 2 with t = scale, s = 1: P(x) is proportional to exp(-|x| / scale). */
function discreteLaplace(scale: bigint, source: UniformSource): bigint {
  for (;;) {
    const remainder = source.below(scale);
    if (!bernoulliExp({ over: remainder, under: scale }, source)) continue;
    let whole = 0n;
    while (bernoulliExp({ over: 1n, under: 1n }, source)) whole += 1n;
    const size = remainder + scale * whole;
    const negative = source.below(2n) === 1n;
    if (negative && size === 0n) continue;
    return negative ? -size : size;
  }
}

/** Algorithm 1: true with probability exp(-ratio). */
function bernoulliExp({ over, under }: Ratio, source: UniformSource): boolean {
  let left = over;
  for (; left > under; left -= under) {
    if (!bernoulliExpUpToOne({ over: 1n, under: 1n }, source)) return false;
  }
  return bernoulliExpUpToOne({ over: left, under }, source);
}

function bernoulliExpUpToOne({ over, under }: Ratio, source: UniformSource): boolean {
  let k = 1n;
  while (source.below(under * k) < over) k += 1n;
  return k % 2n === 1n;
}

/** The largest integer whose square is at most n (Newton). */
function integerRoot(n: bigint): bigint {
  let root = n;
  for (let next = (n + 1n) / 2n; next < root; next = (root + n / root) / 2n) root = next;
  return root;
}
