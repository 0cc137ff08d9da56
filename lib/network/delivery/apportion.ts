/** Whole numbers that sum to `total`, in proportion to the weights: largest remainder, the earlier on a tie. */
export function apportion(total: number, weights: readonly number[], step = 1): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all <= 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const wanted = weights.map((weight) => (total / step) * (weight / all));
  const whole = wanted.map((part) => Math.floor(part + 1e-9));
  let missing = Math.round(total / step) - whole.reduce((sum, part) => sum + part, 0);
  const order = wanted
    .map((part, index) => ({ index, rest: part - (whole[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (missing <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    missing -= 1;
  }
  return whole.map((part) => part * step);
}
