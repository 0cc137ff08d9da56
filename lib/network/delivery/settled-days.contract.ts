import { describe, expect, it } from "vitest";
import { decodeMembers, emptySet, encodeMembers } from "@/lib/network/reach/member-set";
import type { SettledDay, SettledDayStore } from "./flight";

const aDay = (over: Partial<SettledDay> = {}): SettledDay => ({
  adSetId: 11,
  campaignId: 1,
  accountId: "100",
  day: "2026-03-02",
  impressions: 5000,
  spendMinor: 4321,
  clicks: 55,
  reached: encodeMembers([3, 700, 70_000]),
  ...over,
});

/** What every store of settled days promises; run over each implementation. */
export function settledDayContract(name: string, open: () => Promise<SettledDayStore>): void {
  describe(`settled days in ${name}`, () => {
    it("are written once: whoever comes second changes nothing", async () => {
      const store = await open();
      await store.insertOnce([aDay()]);
      await store.insertOnce([
        aDay({ impressions: 1, reached: emptySet }),
        aDay({ day: "2026-03-03", impressions: 2 }),
      ]);
      await store.insertOnce([]);
      const numbers = await store.list({});
      expect(numbers.map(({ impressions }) => impressions)).toEqual([5000, 2]);
      expect(numbers[0]).not.toHaveProperty("reached");
      const sets = await store.listReached({});
      expect([...decodeMembers(sets[0]?.reached ?? emptySet)]).toEqual([3, 700, 70_000]);
    });

    it("are listed by day and ad set, for the account, campaigns, ad sets and days asked for", async () => {
      const store = await open();
      await store.insertOnce([
        aDay({ adSetId: 12, campaignId: 2 }),
        aDay(),
        aDay({ day: "2026-03-01" }),
        aDay({ adSetId: 13, campaignId: 3, accountId: "200", day: "2026-03-05" }),
      ]);
      const names = async (filter: Parameters<SettledDayStore["list"]>[0]) =>
        (await store.list(filter)).map(({ adSetId, day }) => `${adSetId} ${day.slice(8)}`);
      expect(await names({})).toEqual(["11 01", "11 02", "12 02", "13 05"]);
      expect(await names({ accountId: "100", since: "2026-03-02" })).toEqual(["11 02", "12 02"]);
      expect(await names({ campaignIds: [2, 3], until: "2026-03-04" })).toEqual(["12 02"]);
      expect(await names({ adSetIds: [13] })).toEqual(["13 05"]);
      expect(await names({ adSetIds: [] })).toEqual([]);
      expect(await store.listReached({ adSetIds: [13] })).toEqual([
        { adSetId: 13, day: "2026-03-05", reached: encodeMembers([3, 700, 70_000]) },
      ]);
    });

    it("say the last day of each ad set", async () => {
      const store = await open();
      await store.insertOnce([aDay(), aDay({ day: "2026-03-09" }), aDay({ adSetId: 12 })]);
      expect(await store.lastDays([11, 12, 99])).toEqual(
        new Map([
          [11, "2026-03-09"],
          [12, "2026-03-02"],
        ]),
      );
      expect(await store.lastDays([])).toEqual(new Map());
    });

    it("forget an erased person everywhere, keep everyone else and every number", async () => {
      const store = await open();
      const rows = [
        aDay(),
        aDay({ adSetId: 12, reached: encodeMembers([0, 1, 700]) }),
        aDay({ adSetId: 13, reached: encodeMembers([1, 2]) }),
        aDay({ adSetId: 14, reached: encodeMembers([700]) }),
        aDay({ adSetId: 15, reached: emptySet, impressions: 0 }),
      ];
      await store.insertOnce(rows);
      const numbers = await store.list({});
      await store.erase([]);
      await store.erase([12_345]);
      await store.erase([5, 700]);
      expect(await store.list({})).toEqual(numbers);
      const left = (await store.listReached({})).map(({ reached }) => [...decodeMembers(reached)]);
      expect(left).toEqual([[3, 70_000], [0, 1], [1, 2], [], []]);
    });
  });
}
