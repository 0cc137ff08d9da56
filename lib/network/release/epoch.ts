const dayMs = 86_400_000;

/** ISO 8601 week of a moment (UTC): "2026-W07". Weeks start on Monday; week 1 holds the first Thursday. */
export function isoWeek(at: Date): string {
  const day = Math.floor(at.getTime() / dayMs);
  const thursday = new Date((day - ((day + 3) % 7) + 3) * dayMs);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Answers hold for a week of wall time; the salt changes when a backup is restored. */
export const epochOf = (wallNow: Date, salt: string): string => `${isoWeek(wallNow)}/${salt}`;

/**
 * The Monday on which an epoch of questions begins, ISO 8601: how old its answers are said to be. The moment at which an answer was
 * stored would tell when another workspace asked the same. Throws RangeError for an epoch that is no week.
 */
export function epochStart(epoch: string): string {
  const [, year, week] = /^(\d{4})-W(\d{2})\//.exec(epoch) ?? [];
  if (!year || !week) throw new RangeError("This epoch is no week.");
  const fourth = Math.floor(Date.UTC(Number(year), 0, 4) / dayMs);
  const firstMonday = fourth - ((fourth + 3) % 7);
  return new Date((firstMonday + 7 * (Number(week) - 1)) * dayMs).toISOString();
}

/** The week of an epoch: what sorts before it is of an earlier week. */
export const isoWeekOf = (epoch: string): string => epoch.slice(0, "2026-W07".length);

/** The epoch of answers that never change: settled reach and the sizes that it was paced by. */
export const settledEpoch = "settled";

/** Their noise follows the salt: an answer that a restored backup forgot must not come back with the noise it had. */
export const settledNoiseOf = (salt: string): string => `${settledEpoch}/${salt}`;
