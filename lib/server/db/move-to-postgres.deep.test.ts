import { drizzle } from "drizzle-orm/pglite";
import { beforeEach, describe, expect, it } from "vitest";
import { createPerson } from "../auth/create-person";
import { insertAgency, storesUnderTest } from "../store/testing";
import { memoryDatabase } from "../store/testing-template";
import type { Database } from "./database";
import { moveRows, tablesInOrder } from "./move-to-postgres";
import { memberEvent, settledDay, statusChange } from "./schema/network";
import { client } from "./schema/workspace";

const at = new Date("2026-03-02T10:00:00Z");

async function fill(db: Database): Promise<void> {
  await insertAgency(db, { id: "a1", clientIds: ["c1", "c2"], account: 1 });
  const grants = [{ agencyId: "a1", clientId: "c2", role: "viewer" as const }];
  await createPerson(db, { id: "p", name: "Per", email: "per@example.org", grants });
  await db.insert(settledDay).values(
    Array.from({ length: 45 }, (_, day) => ({
      adSetId: 7,
      day: `day ${day}`,
      accountId: "1",
      campaignId: 6,
      impressions: 2 ** 40 + day,
      spendMinor: 5,
      clicks: 1,
      reached: new Uint8Array([day, 0, 255]),
    })),
  );
  await db.insert(statusChange).values([
    { objectId: 6, status: "ACTIVE", at },
    { objectId: 6, status: "PAUSED", at },
  ]);
}

for (const under of storesUnderTest()) {
  describe(`moving an embedded database to ${under.name}`, () => {
    let from: Database;
    let to: Database;

    beforeEach(async () => {
      to = await under.empty();
      from ??= drizzle(await memoryDatabase());
    });

    it("carries every row over, and numbers go on after the highest", async () => {
      await fill(from);
      await to.transaction((tx) => moveRows(from, tx, () => undefined));
      for (const table of tablesInOrder()) {
        expect(await to.select().from(table)).toEqual(await from.select().from(table));
      }
      expect(await to.select().from(client)).toHaveLength(2);
      expect(await to.select().from(settledDay)).toHaveLength(45);
      const [next] = await to
        .insert(statusChange)
        .values({ objectId: 6, status: "ACTIVE", at })
        .returning();
      expect(next?.seq).toBe(3);
      const change = { type: "left", member: 1 } as const;
      const [first] = await to.insert(memberEvent).values({ member: 1, change, at }).returning();
      expect(first?.seq).toBe(1);
    });

    it("refuses a database that has rows, and leaves them as they were", async () => {
      await insertAgency(to, { id: "other", clientIds: [], account: 1 });
      const moved = to.transaction((tx) => moveRows(from, tx, () => undefined));
      await expect(moved).rejects.toThrow(/not empty \(organization has rows\)/);
      expect(await to.select().from(client)).toEqual([]);
    });
  });
}
