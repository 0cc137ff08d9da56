import { and, eq, inArray, sql } from "drizzle-orm";
import type { SuppressionStore } from "@/lib/network/consent/suppression";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows";
import { suppression } from "../db/schema/signals";

const hexOf = (keys: readonly Uint8Array[]): string =>
  keys.map((key) => Buffer.from(key).toString("hex")).join(",");

/** Suppressed identifiers in the deployment's database. */
export function suppressionStore(db: Database): SuppressionStore {
  return {
    async add(keys, at) {
      if (keys.length === 0) return;
      await db.execute(sql`
        insert into ${suppression} (key, at)
        select distinct decode(given, 'hex'), ${at.toISOString()}::timestamptz
        from unnest(string_to_array(${hexOf(keys)}, ',')) given
        on conflict (key) do update set at = excluded.at`);
    },
    async remove(keys) {
      if (keys.length === 0) return [];
      return db
        .delete(suppression)
        .where(inArray(suppression.key, [...keys]))
        .returning();
    },
    async removeOf(moments) {
      for (const { key, at } of moments) {
        await db.delete(suppression).where(and(eq(suppression.key, key), eq(suppression.at, at)));
      }
    },
    async find(keys) {
      if (keys.length === 0) return new Set();
      const rows = rowsOf<{ place: string | number }>(
        await db.execute(sql`
          select place from unnest(string_to_array(${hexOf(keys)}, ',')) with ordinality as given (key, place)
          where exists (select 1 from ${suppression} kept where kept.key = decode(given.key, 'hex'))`),
      );
      return new Set(rows.map(({ place }) => Number(place) - 1));
    },
  };
}
