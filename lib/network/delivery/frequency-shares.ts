const shape = 0.8;

/** As the ad API names them: how often people saw an ad. */
const buckets = [
  { value: "1", from: 1, to: 1 },
  { value: "2", from: 2, to: 2 },
  { value: "3", from: 3, to: 3 },
  { value: "4", from: 4, to: 4 },
  { value: "5", from: 5, to: 5 },
  { value: "6-10", from: 6, to: 10 },
  { value: "11-20", from: 11, to: 20 },
  { value: "21+", from: 21, to: Number.POSITIVE_INFINITY },
] as const;

/**
 * P(x impressions | at least one), x from 1: the negative binomial of shape 0.8, cut off at nothing and above `most`, whose mean is
 * impressions over people. From released numbers alone. Cut off above, p(x) is proportional to Gamma(x + k) / x! r^x for any r.
 */
export function frequencyShares(impressions: number, people: number, most: number): number[] {
  const mean = people > 0 ? impressions / people : 0;
  if (mean <= 1 || most <= 1) return [1];
  const length = Math.min(most, Math.ceil(25 * mean) + 25);
  if (mean >= length) return [...new Array<number>(length - 1).fill(0), 1];
  const logs: number[] = [];
  let log = 0;
  for (let x = 1; x <= length; x += 1) {
    logs.push(log);
    log += Math.log((x + shape) / (x + 1));
  }
  let [low, high] = [-40, 40];
  let shares: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    shares = weighted(logs, middle);
    if (shares.reduce((sum, share, index) => sum + share * (index + 1), 0) < mean) low = middle;
    else high = middle;
  }
  return shares;
}

function weighted(logs: readonly number[], logRatio: number): number[] {
  const raised = logs.map((log, index) => log + index * logRatio);
  const top = Math.max(...raised);
  const weights = raised.map((value) => Math.exp(value - top));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

export interface FrequencyBucket {
  readonly value: string;
  /** Of the people reached, 0-1. */
  readonly people: number;
  /** Of their impressions, 0-1. */
  readonly impressions: number;
}

/** The distribution in buckets; those that nobody can be in are left out. */
export function frequencyBuckets(shares: readonly number[]): readonly FrequencyBucket[] {
  const all = shares.reduce((sum, share, index) => sum + share * (index + 1), 0);
  return buckets
    .filter(({ from }) => from <= shares.length)
    .map(({ value, from, to }) => {
      const inside = shares.slice(from - 1, Math.min(to, shares.length));
      const shown = inside.reduce((sum, share, index) => sum + share * (from + index), 0);
      const people = inside.reduce((sum, share) => sum + share, 0);
      return { value, people, impressions: all > 0 ? shown / all : 0 };
    });
}
