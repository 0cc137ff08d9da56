/**
 * What spending a budget of zero-concentrated differential privacy (rho) means. Floating point, for documents and tests only:
 * no answer depends on it. Canonne, Kamath, Steinke 2020 (arXiv 2004.00010), proposition 12 and corollary 13.
 */

/** One credit of the budget. */
export const rhoOfCredit = 0.0002;

/** At most the rho of an overview, which is released to everybody every month. */
export const rhoOfOverview = 0.02;

/** The smallest delta for which rho-zCDP is (epsilon, delta)-differentially private. */
export function cdpDelta(rho: number, epsilon: number): number {
  if (rho === 0) return 0;
  const slope = (alpha: number) => (2 * alpha - 1) * rho - epsilon + Math.log1p(-1 / alpha);
  const alpha = bisect(1.01, (epsilon + 1) / (2 * rho) + 2, (at) => slope(at) >= 0);
  const exponent = (alpha - 1) * (alpha * rho - epsilon) + alpha * Math.log1p(-1 / alpha);
  return Math.min(1, Math.exp(exponent) / (alpha - 1));
}

/** The smallest epsilon for which rho-zCDP is (epsilon, delta)-differentially private. */
export const cdpEps = (rho: number, delta: number): number =>
  bisect(0, rho + 2 * Math.sqrt(rho * Math.log(1 / delta)), (at) => cdpDelta(rho, at) <= delta);

/** The largest rho that is still (epsilon, delta)-differentially private. */
export const cdpRho = (epsilon: number, delta: number): number =>
  bisect(0, epsilon + 1, (at) => cdpDelta(at, epsilon) > delta);

/**
 * The most that answers of rho in all can help somebody who knows everybody else to tell whether one person is in:
 * TPR - FPR = 2 Phi(sqrt(2 rho) / 2) - 1, as for one Gaussian answer of that rho.
 */
export const advantage = (rho: number): number => 2 * normalBelow(Math.sqrt(2 * rho) / 2) - 1;

/** Where `isPast` turns from false to true, from above. */
function bisect(least: number, most: number, isPast: (at: number) => boolean): number {
  let [low, high] = [least, most];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (isPast(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** P(Z <= z) of the standard normal distribution, by the series of its density (Marsaglia 2004): exact to 1e-15 for |z| < 6. */
export function normalBelow(z: number): number {
  let [sum, term] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-(z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
