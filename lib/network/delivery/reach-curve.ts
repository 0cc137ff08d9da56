const shape = 0.8;

/** People reached by impressions that fall on N people as gamma-Poisson: N (1 - (1 + I / (N k))^-k), k = 0.8. */
export const reachOf = (people: number, impressions: number): number =>
  people <= 0 ? 0 : people * (1 - (1 + impressions / (people * shape)) ** -shape);
