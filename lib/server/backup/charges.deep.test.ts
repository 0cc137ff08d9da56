import { rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { standardCap, standardWindows } from "@/lib/network/release/budget";
import { creditUnits } from "@/lib/network/release/ladder";
import type { Payer, PricedRow, ReleaseTable, Use } from "@/lib/network/release/release-table";
import { adAccount } from "../db/schema/network";
import { notedClock } from "../epoch-salt";
import { journalFile, openJournal } from "../erasure/journal";
import { testPepper } from "../signals/testing";
import { journaledTable } from "../store/journaled-table";
import { networkClockStore } from "../store/network-clock";
import { releaseTable } from "../store/released";
import { makeBackup } from "./make-backup";
import { restoreBackup } from "./restore-backup";
import { aFolder, envOf, now, openDeployment } from "./testing";

let folder: ReturnType<typeof aFolder>;
let data: string;
let backup: string;
beforeEach(() => {
  folder = aFolder();
  data = path.join(folder.path, "data");
  backup = path.join(folder.path, "backup");
});
afterEach(() => folder.remove());

const day = (number: number, hour = 9) => new Date(Date.UTC(2026, 2, number, hour));

const priced = (key: string, credits: number): PricedRow => ({
  row: { epoch: "2026-W10/a", kind: "count", key, values: [1], at: now.toISOString() },
  cost: credits * creditUnits,
  most: credits * creditUnits,
});

interface Server {
  readonly table: ReleaseTable;
  charge(key: string, credits: number, at: Date, use?: Use): Promise<unknown>;
  /** Credits in the seven days before a moment. */
  week(at: Date): Promise<{ readonly questions: number; readonly all: number }>;
  /** Network time stops here. */
  stop(at: Date): Promise<void>;
}

async function start(): Promise<Server> {
  const nod = await openDeployment(data);
  const accounts = [{ id: "100", workspaceId: "agency", name: "Bakery", currency: "EUR" }];
  await nod.db
    .insert(adAccount)
    .values(accounts.map((one) => ({ ...one, minorUnits: 100, timeZone: "UTC" })))
    .onConflictDoNothing();
  const journal = await openJournal(data, testPepper);
  const table = journaledTable(releaseTable(nod.db), journal.noteEntries);
  const payer = (at: Date, use: Use): Payer => ({
    ...{ workspaceId: "agency", use, at, windows: standardWindows },
    cap: use === "question" ? standardCap : null,
  });
  return {
    table,
    charge: (key, credits, at, use = "question") =>
      table.record([priced(key, credits)], payer(at, use)),
    async week(at) {
      const spent = await table.spent("agency", new Date(at.getTime() - 7 * 86_400_000));
      const { questions, reports, pacing } = spent;
      const all = questions + reports + pacing;
      return { questions: questions / creditUnits, all: all / creditUnits };
    },
    async stop(at) {
      await notedClock(networkClockStore(nod.db), data).save(at);
      await journal.close();
      await nod.close();
    },
  };
}

const keep = () => makeBackup(envOf(data), backup, now);
const restore = (withoutJournal = false) => {
  rmSync(path.join(data, "db"), { recursive: true });
  const later = new Date(now.getTime() + 3_600_000);
  return restoreBackup(envOf(data), { folder: backup, replace: false, withoutJournal }, later);
};

/** Forty credits before the backup of 3 March, fifty after it, until 5 March. */
async function spendAndLose(): Promise<void> {
  const first = await start();
  await first.charge("before", 40, day(2));
  await first.stop(day(3));
  await keep();
  const second = await start();
  for (let index = 0; index < 10; index += 1) await second.charge(`after ${index}`, 5, day(4));
  await second.charge("report", 20, day(4), "report");
  await second.stop(day(5));
}

describe("a restored backup", () => {
  test("gives back nothing that was spent since, and counts it as as long ago as it was", async () => {
    await spendAndLose();
    await restore();
    const nod = await start();
    const spent = await nod.week(day(3));
    expect(spent.questions).toBeGreaterThanOrEqual(90);
    expect(spent.questions).toBeLessThanOrEqual(92);
    expect(spent.all).toBeGreaterThanOrEqual(110);
    expect(spent.all).toBeLessThanOrEqual(113);
    expect(await nod.charge("more", 11, day(3))).toBe("spent");
    // Network time goes on at 3 March, two days behind. What was spent on 2 March, three days before, is 28 February now.
    expect((await nod.week(day(6, 23))).questions).toBeGreaterThanOrEqual(90);
    const later = (await nod.week(day(7, 10))).questions;
    expect(later).toBeGreaterThanOrEqual(50);
    expect(later).toBeLessThan(55);
    expect((await nod.week(day(10, 10))).questions).toBe(0);
    await nod.stop(day(10, 11));
  });

  test("forgets nothing when it is put back a second time", async () => {
    await spendAndLose();
    await restore();
    const again = await start();
    await again.charge("again", 5, day(3, 12));
    await again.stop(day(3, 13));
    await restore();
    const nod = await start();
    expect((await nod.week(day(3, 13))).questions).toBeGreaterThanOrEqual(95);
    await nod.stop(day(3, 14));
  });

  test("knows how many questions of everybody's a workspace has asked first", async () => {
    const first = await start();
    await first.stop(day(3));
    await keep();
    const second = await start();
    for (let index = 0; index < 60; index += 1) await second.charge(`q ${index}`, 0.01, day(4));
    await second.stop(day(5));
    await restore();
    const nod = await start();
    const cap = { days: 30, questions: 100, each: 100 };
    const room = (fresh: number) =>
      nod.table.refusal(fresh, 0, {
        ...{ workspaceId: "agency", use: "question", at: day(3), windows: [], cap },
      });
    expect(await room(41)).toBe("spent");
    await nod.stop(day(3, 10));
  });

  test("counts as spent all that could have been when nobody knows it any more", async () => {
    await spendAndLose();
    rmSync(journalFile(data));
    await restore(true);
    const nod = await start();
    // And the forty that the backup knows of.
    expect(await nod.week(day(3))).toEqual({ questions: 140, all: 290 });
    expect(await nod.charge("more", 0.01, day(9))).toBe("spent");
    expect(await nod.charge("more", 0.01, day(10, 10))).toHaveLength(1);
    await nod.stop(day(10, 11));
  });
});
