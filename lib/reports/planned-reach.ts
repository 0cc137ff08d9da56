/** How unevenly people use the app: shape of the gamma mixture of impressions per person. */
const shape = 0.8;

/** People reached by an amount of impressions among `people` who can be: N (1 - (1 + I / (N k))^-k), the negative binomial's zero class. */
export const reachOf = (impressions: number, people: number): number =>
  people * (1 - (1 + impressions / (people * shape)) ** -shape);

/**
 * The reach curve through one measured point, as a function from impressions to people; null when nothing was
 * measured. Where each person was reached about once, every size fits and the curve is a line. Reads released numbers only.
 */
export function reachCurve(
  impressions: number,
  people: number,
): ((asked: number) => number) | null {
  if (people <= 0 || impressions <= 0) return null;
  if (impressions <= people * 1.01) return (asked) => (asked * people) / impressions;
  let low = people;
  let high = people * 2;
  while (reachOf(impressions, high) < people && high < 1e11) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (reachOf(impressions, middle) < people) low = middle;
    else high = middle;
  }
  return (asked) => reachOf(asked, high);
}
