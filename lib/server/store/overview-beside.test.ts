import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import type { Payer, ReleaseTable } from "@/lib/network/release/release-table";
import { overviewBeside } from "./overview-beside";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-overview-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const payer: Payer = {
  ...{ workspaceId: "everybody", use: "report", at: new Date("2026-02-11T09:00:00Z"), windows: [] },
};
const keys = ["totals", "pairs"];
const drawn = (month: string, values: readonly number[], salt = "a") =>
  keys.map((key) => ({
    row: { epoch: `${month}/${salt}`, kind: "overview", key, values, at: `${month}-01T00:00:00Z` },
    cost: 0,
    most: 0,
  }));
const beside = (table: ReleaseTable, people = "made of seed 3") =>
  overviewBeside(table, {
    dataDir: folder,
    pepper: "a pepper of tests",
    people,
    payer: () => payer,
  });
const seen = async (table: ReleaseTable, epoch: string, people?: string) => {
  const found = await beside(table, people).find("everybody", epoch, "overview", keys);
  return found.map(({ row }) => row.values);
};
const file = () => path.join(folder, "journal", "overview-2026-02");

describe("the month's overview", () => {
  it("is found again by a database that never had it, also in another epoch, and stays that one", async () => {
    await beside(memoryReleaseTable()).record(drawn("2026-02", [5, 6]), payer);
    const restored = memoryReleaseTable();
    expect(await seen(restored, "2026-02/b")).toEqual([
      [5, 6],
      [5, 6],
    ]);
    expect(await restored.find("everybody", "2026-02/b", "overview", keys)).toHaveLength(2);
  });

  it("is not taken for another month's, another network's, or another deployment's", async () => {
    await beside(memoryReleaseTable()).record(drawn("2026-02", [5]), payer);
    expect(await seen(memoryReleaseTable(), "2026-03/b")).toEqual([]);
    expect(await seen(memoryReleaseTable(), "2026-02/b", "imported")).toEqual([]);
    const text = readFileSync(file(), "utf8");
    for (const damaged of [text.replace("5", "7"), text.slice(0, 60), ""]) {
      writeFileSync(file(), damaged);
      expect(await seen(memoryReleaseTable(), "2026-02/b")).toEqual([]);
    }
    writeFileSync(file(), text);
    expect(await seen(memoryReleaseTable(), "2026-02/b")).toHaveLength(2);
  });

  it("is the one that stands in the database, whoever drew another, and only the newest is kept beside it", async () => {
    const table = memoryReleaseTable();
    await table.record(drawn("2026-02", [5]), payer);
    await beside(table).record(drawn("2026-02", [8]), payer);
    expect(await seen(memoryReleaseTable(), "2026-02/b")).toEqual([[5], [5]]);
    await beside(table).record(drawn("2026-03", [9]), payer);
    expect(readdirSync(path.join(folder, "journal"))).toEqual(["overview-2026-03"]);
  });
});
