import "server-only";
import { and, asc, eq, gte, inArray, lte, max, type SQL } from "drizzle-orm";
import type { SettledDayStore, SettledFilter } from "@/lib/network/delivery/flight";
import { setWithout } from "@/lib/network/delivery/set-without";
import type { MemberSet } from "@/lib/network/reach/member-set";
import type { Database } from "../db/database";
import { settledDay } from "../db/schema/network";
import { memoryOf } from "./read-memory";

const { reached, ...numbers } = {
  adSetId: settledDay.adSetId,
  campaignId: settledDay.campaignId,
  accountId: settledDay.accountId,
  day: settledDay.day,
  impressions: settledDay.impressions,
  spendMinor: settledDay.spendMinor,
  clicks: settledDay.clicks,
  reached: settledDay.reached,
};

/** Settled days in the deployment's database. */
export function settledDayStore(db: Database): SettledDayStore {
  const memory = memoryOf(db);
  return {
    async insertOnce(days) {
      if (days.length === 0) return;
      await memory.write("settled days", async () =>
        db
          .insert(settledDay)
          .values([...days])
          .onConflictDoNothing(),
      );
    },

    list: (filter) =>
      memory.read("settled days", filter, async () =>
        db
          .select(numbers)
          .from(settledDay)
          .where(matching(filter))
          .orderBy(asc(settledDay.day), asc(settledDay.adSetId)),
      ),

    async listReached(filter) {
      const rows = await db
        .select({ adSetId: settledDay.adSetId, day: settledDay.day, reached })
        .from(settledDay)
        .where(matching(filter))
        .orderBy(asc(settledDay.day), asc(settledDay.adSetId));
      return rows.map((row) => ({ ...row, reached: row.reached as MemberSet }));
    },

    async lastDays(adSetIds) {
      if (adSetIds.length === 0) return new Map();
      const rows = await db
        .select({ adSetId: settledDay.adSetId, day: max(settledDay.day) })
        .from(settledDay)
        .where(inArray(settledDay.adSetId, [...adSetIds]))
        .groupBy(settledDay.adSetId);
      return new Map(rows.flatMap(({ adSetId, day }) => (day ? [[adSetId, day] as const] : [])));
    },

    async erase(members) {
      if (members.length > 0) await db.transaction((tx) => eraseIn(tx, members));
    },
  };
}

function matching(filter: SettledFilter): SQL | undefined {
  const { accountId, campaignIds, adSetIds, since, until } = filter;
  return and(
    accountId === undefined ? undefined : eq(settledDay.accountId, accountId),
    campaignIds === undefined ? undefined : inArray(settledDay.campaignId, [...campaignIds]),
    adSetIds === undefined ? undefined : inArray(settledDay.adSetId, [...adSetIds]),
    since === undefined ? undefined : gte(settledDay.day, since),
    until === undefined ? undefined : lte(settledDay.day, until),
  );
}

/** One ad set at a time, so that only its days are in memory. */
async function eraseIn(tx: Database, members: readonly number[]): Promise<void> {
  const adSets = await tx.selectDistinct({ id: settledDay.adSetId }).from(settledDay);
  for (const { id } of adSets) {
    const days = await tx
      .select({ day: settledDay.day, reached })
      .from(settledDay)
      .where(eq(settledDay.adSetId, id))
      .for("update");
    for (const row of days) {
      const without = setWithout(row.reached as MemberSet, members);
      if (!without) continue;
      await tx
        .update(settledDay)
        .set({ reached: without })
        .where(and(eq(settledDay.adSetId, id), eq(settledDay.day, row.day)));
    }
  }
}
