import { describe, expect, test } from "vitest";
import { aMember } from "@/lib/network/population/testing";
import { encodeMembers } from "@/lib/network/reach/member-set";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createRelease } from "@/lib/network/release/create-release";
import { adsThatRan } from "@/lib/network/transparency/ads-that-ran";
import { anAd, anAdSet, records, september } from "@/lib/network/transparency/testing";
import type { Database } from "../db/database";
import { adAccount, company, releaseCharge, released } from "../db/schema/network";
import { adObjectStores } from "../store/ad-objects";
import { releaseTable } from "../store/released";
import { settledDayStore } from "../store/settled-days";
import { storesUnderTest } from "../store/testing";
import { loadRecords } from "./load-records";
import { releasedTotals } from "./released-totals";

const now = new Date("2026-10-05T12:00:00Z");
const days = september(2, 12);
const people = Array.from({ length: 4_000 }, (_, number) => aMember({ number }));
const engine = referenceEngine(people, () => 20_700);
const reached = encodeMembers(people.map(({ number }) => number));

/** One ad set with two ads, one of them deleted since, as the network has written them down. */
async function aYear(db: Database) {
  const made = records([anAd(1), anAd(2)]);
  const { objects } = adObjectStores(db);
  const account = made.accounts.get("101");
  if (!account) throw new Error("The ads have an account.");
  await db.insert(adAccount).values(account);
  await db.insert(company).values({ id: "p1", name: "Lakeside Bicycles" });
  const creatives = [...made.creatives.values()];
  for (const object of [anAdSet(), ...creatives, ...made.ads]) {
    await objects.insertOnce({ ...object, operationId: `${object.id}` });
  }
  await objects.update(2, { status: "DELETED", at: new Date("2026-09-05T08:00:00Z") });
  await settledDayStore(db).insertOnce(
    days.map((day) => ({
      ...{ adSetId: 20, campaignId: 10, accountId: "101", day, reached },
      ...{ impressions: 9_000, spendMinor: 100, clicks: 3 },
    })),
  );
}

for (const under of storesUnderTest()) {
  describe(`The public repository of ads in ${under.name}`, () => {
    test("has every ad that ran, deleted ones too, and nothing after a year", async () => {
      const db = await under.empty();
      await aYear(db);
      const at = async (moment: Date) =>
        adsThatRan(await loadRecords(db, moment)).map(({ id, since, until }) => [id, since, until]);
      expect(await at(now)).toEqual([
        [1, "2026-09-02", "2026-09-12"],
        [2, "2026-09-02", "2026-09-05"],
      ]);
      expect(await at(new Date("2027-09-08T12:00:00Z"))).toHaveLength(1);
      expect(await at(new Date("2027-10-01T12:00:00Z"))).toEqual([]);
    });

    test("says how many people were reached exactly as a report said it, and asks nothing itself", async () => {
      const db = await under.empty();
      await aYear(db);
      const ads = adsThatRan(await loadRecords(db, now));
      expect(await releasedTotals(db, ads)).toEqual(new Map());

      const release = createRelease({
        ...{ engine, table: releaseTable(db), key: "a key that only tests know", countries: [] },
        ...{ epochSalt: "first", wallNow: () => now, networkNow: () => now },
      });
      const report = { adSetIds: [20], since: "2026-09-02", until: "2026-09-12" };
      const [told] = await release.reached(
        { workspaceId: "agency" },
        [{ ...report, impressions: 99_000 }],
        async () => days.map((day) => ({ adSetId: 20, day, reached })),
      );
      const rows = async () => [await db.$count(released), await db.$count(releaseCharge)];
      const before = await rows();
      const totals = await releasedTotals(db, ads);
      expect(totals.get(1)).toEqual({ people: told, report, byCountry: [] });
      expect(totals.get(1)?.people.hidden).toBe(false);
      expect(await rows()).toEqual(before);

      const [ad] = ads;
      if (!ad) throw new Error("There is an ad.");
      const split = await release.reachedCells(
        { workspaceId: "agency" },
        [{ of: { ...report, impressions: 99_000 }, ...ad.byCountry }],
        async () => days.map((day) => ({ adSetId: 20, day, reached })),
      );
      const byCountry = (await releasedTotals(db, ads)).get(1)?.byCountry;
      expect(byCountry).toEqual(split.ok ? split.value[0] : "refused");
      expect(byCountry?.find(({ share }) => share > 0.5)?.values).toEqual([people[0]?.country]);
    });
  });
}
