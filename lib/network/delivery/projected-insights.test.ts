import { beforeEach, describe, expect, it } from "vitest";
import { standardWindows } from "@/lib/network/release/budget";
import { costOfLadder, reportLadder } from "@/lib/network/release/ladder";
import type { InsightsAsk } from "./delivery";
import { aFlight, aNetwork, anAccount, aStage, type Stage } from "./testing";

const members = aNetwork(6000);
const ask = (over: Partial<InsightsAsk> = {}): InsightsAsk => ({
  ...{ account: anAccount(), level: "campaign", since: "2026-03-01", until: "2026-03-15" },
  ...{ increment: "all", settledOnly: true },
  ...over,
});

let stage: Stage;
beforeEach(() => {
  stage = aStage(members, [aFlight(), aFlight({ adSetId: 21, campaignId: 2 })]);
});

/** Leaves room for so many answers about reach in the week. */
async function spendAllBut(answers: number): Promise<void> {
  const [week] = standardWindows;
  const cost = (week?.unreserved ?? 0) - answers * costOfLadder(reportLadder);
  const row = { epoch: "e", kind: "reached", key: "something else", values: [0], at: "" };
  const payer = { workspaceId: "agency", use: "report", at: stage.now, windows: [] } as const;
  await stage.table.record([{ row, cost, most: cost }], payer);
}

const spent = async () => (await stage.table.spent("agency", new Date(0))).reports;

describe("the reach of single days", () => {
  it("is projected in a list of days, released for whoever asks for one, and then stays released", async () => {
    const delivery = stage.start();
    const days = await delivery.insights(ask({ campaignIds: [1], increment: 1 }));
    const [first, second] = days;
    // The first day is all of the range so far.
    expect([first?.reachBasis, second?.reachBasis]).toEqual(["released", "not_opened"]);
    expect(days.every(({ cumulativeBasis }) => cumulativeBasis === "released")).toBe(true);
    expect(days.every(({ reach, cumulativeReach }) => reach.shown <= cumulativeReach.shown)).toBe(
      true,
    );
    const before = await spent();
    const day = { since: "2026-03-03", until: "2026-03-03" };
    const [opened] = await delivery.insights(ask({ campaignIds: [1], increment: 1, ...day }));
    expect(opened?.reachBasis).toBe("released");
    expect(await spent()).toBeGreaterThan(before);
    const again = await delivery.insights(ask({ campaignIds: [1], increment: 1 }));
    expect(again[1]).toMatchObject({ reachBasis: "released", reach: opened?.reach });
    expect(Math.abs((second?.reach.shown ?? 0) - (opened?.reach.shown ?? 0))).toBeLessThan(1000);
  });
});

describe("reports that the budget has no room for", () => {
  it("are projected from what is released already and say so, and the campaign runs on", async () => {
    await spendAllBut(0);
    const delivery = stage.start();
    const rows = await delivery.insights(ask());
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({ reachBasis: "budget_spent", cumulativeBasis: "budget_spent" });
      expect(row.projected).toBe(false);
      expect(row.impressions).toBeGreaterThan(0);
      expect(row.reach.shown).toBeGreaterThan(1000);
      expect(row.reach.shown).toBeLessThanOrEqual(4500);
    }
    const before = await spent();
    await delivery.insights(ask({ increment: 1 }));
    expect(await spent()).toBe(before);
    const overlap = await delivery.overlap(anAccount(), [1, 2], "2026-03-01", "2026-03-15");
    expect(overlap.ok ? null : overlap.error.code).toBe("budget_spent");
  });

  it("keep every number that was released before", async () => {
    const released = await stage.start().insights(ask());
    await spendAllBut(0);
    expect(await stage.start().insights(ask())).toEqual(released);
  });

  it("are answered as far as the budget goes, the longest ranges first, and grow from day to day all the same", async () => {
    await spendAllBut(3);
    const days = await stage.start().insights(ask({ campaignIds: [1], increment: 1 }));
    const bases = days.map(({ cumulativeBasis }) => cumulativeBasis);
    expect(bases.filter((basis) => basis === "released").length).toBeGreaterThanOrEqual(3);
    expect(bases.at(-1)).toBe("released");
    expect(bases[3]).toBe("budget_spent");
    for (const [index, { cumulativeReach }] of days.entries()) {
      const earlier = days[index - 1]?.cumulativeReach.shown ?? 0;
      expect(cumulativeReach.shown).toBeGreaterThanOrEqual(earlier);
    }
  });
});
