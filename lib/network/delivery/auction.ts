/**
 * Buying impressions in second-price auctions against a log-normal competing bid (median `medianCpm`, shape 0.5): who enters
 * a share p of the auctions with a bid at the quantile q(p) wins p q of them and pays the mean competing bid below it,
 * median e^(s^2/2) Phi(z - s) / Phi(z). A larger budget enters more auctions and bids a little higher, so each further
 * impression costs more.
 */
const shape = 0.5;

export interface Purchase {
  readonly impressions: number;
  /** In the unit of the prices; never more than the budget. */
  readonly spend: number;
}

/** @param most impressions that may be bought at all (frequency cap). Whole impressions, whole minor units. */
export function buy(
  auctions: number,
  medianCpm: number,
  budget: number,
  most = Number.POSITIVE_INFINITY,
): Purchase {
  if (auctions <= 0 || budget <= 0 || most <= 0) return { impressions: 0, spend: 0 };
  const fits = (share: number) => {
    const { impressions, spend } = entered(auctions, medianCpm, share);
    return spend <= budget && impressions <= most;
  };
  let share = 1;
  if (!fits(1)) {
    let low = 0;
    for (let round = 0; round < 50; round += 1) {
      const middle = (low + share) / 2;
      if (fits(middle)) low = middle;
      else share = middle;
    }
    share = low;
  }
  const { impressions, spend } = entered(auctions, medianCpm, share);
  const whole = Math.floor(impressions + 1e-6);
  return {
    impressions: whole,
    spend: whole === 0 ? 0 : Math.min(Math.floor(budget), Math.round(spend)),
  };
}

function entered(auctions: number, medianCpm: number, share: number): Purchase {
  const quantile = 0.75 + 0.2 * share;
  const z = normalQuantile(quantile);
  const price = (medianCpm * Math.exp(shape ** 2 / 2) * normal(z - shape)) / quantile;
  const impressions = auctions * share * quantile;
  return { impressions, spend: (impressions * price) / 1000 };
}

/** Standard normal distribution function: Abramowitz and Stegun 26.2.17, error below 1e-7. */
function normal(z: number): number {
  if (z < 0) return 1 - normal(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/** For quantiles from one half on: Abramowitz and Stegun 26.2.23, error below 5e-4, which is the bid's own rounding. */
export function normalQuantile(quantile: number): number {
  const t = Math.sqrt(-2 * Math.log(1 - quantile));
  return (
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
}
