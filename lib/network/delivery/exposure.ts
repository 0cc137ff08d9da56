/** At most so many impressions a person in so many days. */
export interface FrequencyCap {
  readonly times: number;
  readonly days: number;
}

const shape = 0.8;
/** The last share holds everybody who saw it that often or more. */
const longest = 10;

/** People by how easily they are reached: a gamma distribution of mean 1 and shape 0.8 on a grid. Weights sum to 1. */
const crowd = makeCrowd();

function makeCrowd(): readonly { readonly rate: number; readonly weight: number }[] {
  const points = 240;
  const [from, to] = [Math.log(1e-7), Math.log(25)];
  const raw = Array.from({ length: points }, (_, index) => {
    const rate = Math.exp(from + ((to - from) * (index + 0.5)) / points);
    return { rate, weight: rate ** shape * Math.exp(-shape * rate) };
  });
  const total = raw.reduce((sum, { weight }) => sum + weight, 0);
  const mean = raw.reduce((sum, { rate, weight }) => sum + (rate * weight) / total, 0);
  return raw.map(({ rate, weight }) => ({ rate: rate / mean, weight: weight / total }));
}

const periodsOf = (days: number, cap: FrequencyCap): number =>
  Math.max(1, Math.ceil(days / cap.days));

/** The share of people who meet an ad at all that meets everybody `mean` times. A cap changes nothing here: it begins at one. */
export const reachedShare = (mean: number): number =>
  crowd.reduce((sum, { rate, weight }) => sum + weight * (1 - Math.exp(-rate * mean)), 0);

/** Impressions a person when ads meet people `mean` times over `days`, and are not shown beyond the cap. */
export function exposureOf(mean: number, days: number, cap: FrequencyCap | null): number {
  if (!cap) return mean;
  const periods = periodsOf(days, cap);
  return crowd.reduce((sum, { rate, weight }) => {
    const chances = poisson((rate * mean) / periods, cap.times);
    return sum + weight * periods * chances.reduce((all, chance, times) => all + times * chance, 0);
  }, 0);
}

/** Shares of those reached who see an ad once, twice, ... ten times or more. */
export function exposures(mean: number, days: number, cap: FrequencyCap | null): readonly number[] {
  const periods = cap ? periodsOf(days, cap) : 1;
  const all = new Array<number>(longest + 1).fill(0);
  for (const { rate, weight } of crowd) {
    const each = poisson((rate * mean) / periods, Math.min(cap?.times ?? longest, longest));
    const seen = repeated(each, periods);
    for (const [times, chance] of seen.entries()) all[times] = (all[times] ?? 0) + weight * chance;
  }
  const reached = all.slice(1).reduce((sum, share) => sum + share, 0);
  return all.slice(1).map((share) => (reached > 0 ? share / reached : 0));
}

/** Chances of 0, 1, ... most times; the last is that or more. */
function poisson(mean: number, most: number): readonly number[] {
  const chances: number[] = [];
  let chance = Math.exp(-mean);
  let left = 1;
  for (let times = 0; times < most; times += 1) {
    chances.push(chance);
    left -= chance;
    chance *= mean / (times + 1);
  }
  chances.push(Math.max(0, left));
  return chances;
}

/** The distribution of a sum of so many alike, by doubling. */
function repeated(each: readonly number[], times: number): readonly number[] {
  let sum: readonly number[] = [1];
  let power = each;
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) sum = added(sum, power);
    if (left > 1) power = added(power, power);
  }
  return sum;
}

/** The distribution of a sum, everything from the longest on together. */
function added(a: readonly number[], b: readonly number[]): readonly number[] {
  const sum = new Array<number>(Math.min(longest, a.length + b.length - 2) + 1).fill(0);
  for (const [i, one] of a.entries()) {
    for (const [j, other] of b.entries()) {
      const at = Math.min(longest, i + j);
      sum[at] = (sum[at] ?? 0) + one * other;
    }
  }
  return sum;
}
