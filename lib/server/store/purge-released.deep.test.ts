import { describe, expect, it } from "vitest";
import { settledEpoch } from "@/lib/network/release/epoch";
import type { Payer } from "@/lib/network/release/release-table";
import { purgeReleased } from "./purge-released";
import { releaseTable } from "./released";
import { storesUnderTest } from "./testing";

const asked = new Date("2026-02-11T09:00:00Z");
const later = (days: number) => new Date(asked.getTime() + days * 86_400_000);
const payer = (at: Date): Payer => ({
  ...{ workspaceId: "agency", use: "question", at, windows: [] },
});
const priced = (key: string, epoch: string, at: Date) => ({
  row: { epoch, kind: "count", key, values: [3000, 2], at: at.toISOString() },
  cost: 100,
  most: 100,
});

for (const under of storesUnderTest()) {
  const open = async () => {
    const db = await under.empty();
    const table = releaseTable(db);
    await table.record([priced("old", "2026-W07/a", asked)], payer(asked));
    await table.record([priced("reach", settledEpoch, asked)], payer(asked));
    await table.record([priced("new", "2026-W33/a", later(180))], payer(later(180)));
    const keys = async (epoch: string) =>
      (await table.find("agency", epoch, "count", ["old", "reach", "new"])).map(
        ({ row, paid }) => `${row.key} ${paid}`,
      );
    return { db, table, keys };
  };

  describe(`old answers in ${under.name}`, () => {
    it("stay as long as a window holds their charge", async () => {
      const { db, table, keys } = await open();
      const before = await table.spent("agency", new Date(0));
      expect(await purgeReleased(db, later(364), later(364))).toEqual({ charges: 0, answers: 0 });
      expect(await keys("2026-W07/a")).toEqual(["old true"]);
      expect(await table.spent("agency", new Date(0))).toEqual(before);
    });

    it("are deleted with their charges afterwards, except what is settled", async () => {
      const { db, table, keys } = await open();
      expect(await purgeReleased(db, later(366), later(366))).toEqual({ charges: 1, answers: 1 });
      expect(await keys("2026-W07/a")).toEqual([]);
      expect(await keys("2026-W33/a")).toEqual(["new true"]);
      expect(await purgeReleased(db, later(5000), later(5000))).toEqual({ charges: 1, answers: 1 });
      expect(await keys(settledEpoch)).toEqual(["reach true"]);
      expect(await table.spent("agency", new Date(0))).toMatchObject({ questions: 100 });
    });

    it("stay while their week may be running, also where network time runs ahead: their noise would come back", async () => {
      const { db, keys } = await open();
      expect(await purgeReleased(db, later(366), later(6))).toEqual({ charges: 1, answers: 0 });
      expect(await keys("2026-W07/a")).toEqual(["old false"]);
    });
  });
}
