import { describe, expect, it } from "vitest";
import { createNetworkClock } from "@/lib/network/delivery/network-clock";
import { settledDayContract } from "@/lib/network/delivery/settled-days.contract";
import { releaseTableContract } from "@/lib/network/release/release-table.contract";
import { networkClockStore } from "./network-clock";
import { releaseTable } from "./released";
import { settledDayStore } from "./settled-days";
import { storesUnderTest } from "./testing";

for (const under of storesUnderTest()) {
  releaseTableContract(under.name, async () => releaseTable(await under.empty()));
  settledDayContract(under.name, async () => settledDayStore(await under.empty()));

  describe(`network time in ${under.name}`, () => {
    it("is not there before the first start and goes on from where it stood after", async () => {
      const store = networkClockStore(await under.empty());
      expect(await store.load()).toBeNull();
      let wall = new Date("2026-02-11T09:00:00Z");
      const open = () => createNetworkClock({ ...store, rate: 60, wallNow: () => wall });
      const first = await open();
      wall = new Date("2026-02-11T09:00:10Z");
      await first.close();
      const stopped = new Date("2026-02-11T09:10:00Z");
      expect(await store.load()).toEqual(stopped);
      wall = new Date("2026-02-12T09:00:00Z");
      const second = await open();
      expect(second.now()).toEqual(stopped);
      await second.close();
    });
  });
}
