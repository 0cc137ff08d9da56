/**
 * The nearest point (Euclidean) with no negative part whose parts sum to `total`: subtract one threshold from all, cut at 0.
 * Held, Wolfe, Crowder 1974; Duchi et al. 2008, figure 1.
 */
export function projectOntoTotal(parts: readonly number[], total: number): number[] {
  if (parts.length === 0) return [];
  const descending = [...parts].sort((a, b) => b - a);
  let sum = 0;
  let threshold = 0;
  for (const [index, part] of descending.entries()) {
    sum += part;
    const candidate = (sum - total) / (index + 1);
    if (part > candidate) threshold = candidate;
  }
  return parts.map((part) => Math.max(0, part - threshold));
}

/** Rounds parts to multiples of `step` that sum to `total` (a multiple too): largest remainder, the earlier part on a tie. */
function roundToStep(parts: readonly number[], total: number, step: number): number[] {
  const whole = parts.map((part) => Math.floor(part / step + 1e-9));
  let missing = Math.round(total / step) - whole.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, index) => ({ index, rest: part / step - (whole[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (missing <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    missing -= 1;
  }
  return whole.map((part) => part * step);
}

/** Noisy parts of disjoint cells as parts of the total that is shown. */
export const reconcile = (parts: readonly number[], total: number, step: number): number[] =>
  roundToStep(projectOntoTotal(parts, total), total, step);
