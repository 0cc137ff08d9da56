import { describe, expect, it } from "vitest";
import { coalescedTable } from "./coalesced-table";
import { memoryReleaseTable } from "./memory-release-table";
import type { Payer, PricedRow } from "./release-table";
import { releaseTableContract } from "./release-table.contract";

releaseTableContract("memory, gathered", async () => coalescedTable(memoryReleaseTable()));

const at = new Date("2026-02-11T09:00:00Z");
const payer: Payer = {
  workspaceId: "agency",
  use: "question",
  at,
  windows: [{ days: 7, questions: 1000, unreserved: 2500, total: 2500 }],
};
const priced = (key: string, kind = "count", cost = 100): PricedRow => ({
  row: { epoch: "2026-W07/a", kind, key, values: [1234, 2], at: at.toISOString() },
  cost,
  most: cost,
});

/** Counts how often the table behind is asked. */
function aCounted() {
  const table = memoryReleaseTable();
  const asked = { find: 0, record: 0 };
  const counted = coalescedTable({
    ...table,
    find: (...args) => {
      asked.find += 1;
      return table.find(...args);
    },
    record: (...args) => {
      asked.record += 1;
      return table.record(...args);
    },
  });
  return { table: counted, asked };
}

describe("what a workspace asks at the same moment", () => {
  it("is looked up once a kind and written in one transaction", async () => {
    const { table, asked } = aCounted();
    const kinds = ["count", "count", "share", "count"];
    const answers = await Promise.all(
      kinds.map((kind, i) => table.record([priced(`${i}`, kind)], payer)),
    );
    expect(answers.flat()).toHaveLength(4);
    const found = await Promise.all(
      kinds.map((kind, i) => table.find("agency", "2026-W07/a", kind, [`${i}`, "nothing"])),
    );
    expect(found.map((rows) => rows.map(({ row }) => row.key))).toEqual([
      ["0"],
      ["1"],
      ["2"],
      ["3"],
    ]);
    expect(asked).toEqual({ find: 2, record: 1 });
  });

  it("is still answered as far as the budget goes", async () => {
    const { table } = aCounted();
    const answers = await Promise.all(
      [400, 400, 400].map((cost, i) => table.record([priced(`${i}`, "count", cost)], payer)),
    );
    expect(answers.map((rows) => rows === "spent")).toEqual([false, false, true]);
    expect(await table.spent("agency", new Date(0))).toEqual({
      questions: 800,
      reports: 0,
      pacing: 0,
    });
  });

  it("is never mixed with what another one asks", async () => {
    const { table, asked } = aCounted();
    await Promise.all([
      table.record([priced("a")], payer),
      table.record([priced("a")], { ...payer, workspaceId: "other" }),
    ]);
    expect(asked.record).toBe(2);
    expect(await table.spent("other", new Date(0))).toEqual({
      questions: 100,
      reports: 0,
      pacing: 0,
    });
  });

  it("fails for everybody when the database does, and works again afterwards", async () => {
    const table = memoryReleaseTable();
    let broken = true;
    const gathered = coalescedTable({
      ...table,
      record: async (...args) => {
        if (broken) throw new Error("Away.");
        return table.record(...args);
      },
    });
    const tries = await Promise.allSettled([
      gathered.record([priced("a")], payer),
      gathered.record([priced("b")], payer),
    ]);
    expect(tries.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    broken = false;
    expect(await gathered.record([priced("a")], payer)).toHaveLength(1);
  });
});
