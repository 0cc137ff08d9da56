import { expect, it } from "vitest";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import { memoryReleaseTable } from "@/lib/network/release/memory-release-table";
import { journaledTable } from "./journaled-table";

it("a disk that was full for a moment refuses no questions afterwards, and notes what it could not note then", async () => {
  const noted: JournalEntry[] = [];
  let isFull = true;
  const table = journaledTable(memoryReleaseTable(), async (entries) => {
    if (isFull) throw new Error("ENOSPC");
    noted.push(...entries);
  });
  const at = new Date("2026-11-20T10:00:00Z");
  const payer = { workspaceId: "w1", use: "question" as const, at, windows: [] };
  const ask = (key: string) => {
    const row = { epoch: "2026-W47/a", kind: "count", key, values: [1], at: at.toISOString() };
    return table.record([{ row, cost: 100, most: 100 }], payer);
  };
  await expect(Promise.all([ask("a"), ask("b")])).rejects.toThrow("ENOSPC");
  expect((await table.spent("w1", new Date(0))).questions).toBe(0);
  isFull = false;
  await ask("a");
  await ask("b");
  expect((await table.spent("w1", new Date(0))).questions).toBe(200);
  expect(noted).toEqual([
    expect.objectContaining({ kind: "charged", workspace: "w1", units: 10_000 }),
  ]);
});
