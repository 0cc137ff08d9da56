/** Days in one block of each level of `bits`; blocks begin at multiples since 1970-01-01. */
export const levelDays = [1, 8, 64] as const;

/** The level of a company's people at any time. */
export const anyTime = 3;

const upTo = (day: number, days: number): number => Math.ceil(day / days) * days;

/**
 * Blocks that cover every day from `since` on, exactly and once: single days up to the next multiple of 8, from there blocks
 * of 8 days up to the next multiple of 64, from there blocks of 64. So a window is exact to the day, moves on by
 * itself, and reads about ten bitmaps instead of 180.
 */
export function windowSince(since: number): string {
  const day = Math.max(0, since);
  const [, eight, sixtyFour] = levelDays;
  const a = upTo(day, eight);
  const b = upTo(a, sixtyFour);
  return `(level = 0 AND block >= ${day} AND block < ${a} OR level = 1 AND block >= ${a / eight} AND block < ${b / eight} OR level = 2 AND block >= ${b / sixtyFour})`;
}
