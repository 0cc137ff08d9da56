import type { SettledDay, SettledDayStore, SettledFilter } from "./flight";
import { setWithout } from "./set-without";

/** Settled days in memory: for tests and tools. */
export function memorySettledDays(): SettledDayStore {
  const days = new Map<string, SettledDay>();

  const select = ({ accountId, campaignIds, adSetIds, since, until }: SettledFilter) =>
    [...days.values()]
      .filter(
        (row) =>
          (accountId === undefined || row.accountId === accountId) &&
          (campaignIds === undefined || campaignIds.includes(row.campaignId)) &&
          (adSetIds === undefined || adSetIds.includes(row.adSetId)) &&
          (since === undefined || row.day >= since) &&
          (until === undefined || row.day <= until),
      )
      .sort((a, b) => (a.day === b.day ? a.adSetId - b.adSetId : a.day < b.day ? -1 : 1));

  return {
    async insertOnce(rows) {
      for (const row of rows) {
        const name = `${row.adSetId}/${row.day}`;
        if (!days.has(name)) days.set(name, row);
      }
    },
    list: async (filter) => select(filter).map(({ reached: _, ...numbers }) => numbers),
    listReached: async (filter) =>
      select(filter).map(({ adSetId, day, reached }) => ({ adSetId, day, reached })),
    async lastDays(adSetIds) {
      const last = new Map<number, string>();
      for (const { adSetId, day } of select({ adSetIds })) last.set(adSetId, day);
      return last;
    },
    async erase(members) {
      for (const [name, row] of days) {
        const reached = setWithout(row.reached, members);
        if (reached) days.set(name, { ...row, reached });
      }
    },
  };
}
