import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNetworkClock } from "@/lib/network/delivery/network-clock";
import type { Database } from "./db/database";
import { bumpEpochSalt, notedClock, settleEpochSalt } from "./epoch-salt";
import { networkClockStore } from "./store/network-clock";
import { memoryDatabase } from "./store/testing-template";

const day = (number: number) => new Date(Date.UTC(2026, 1, number));

let folder: string;
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-salt-"));
  db = drizzle(await memoryDatabase());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = () => notedClock(networkClockStore(db), folder);
const salt = () => settleEpochSalt(db, clock(), folder);

describe("the salt of epochs", () => {
  it("is the same at every start, also when the data folder is a new one", async () => {
    const first = await salt();
    await clock().save(day(3));
    expect(await salt()).toBe(first);
    await clock().save(day(9));
    rmSync(folder, { recursive: true });
    expect(await salt()).toBe(first);
    await clock().save(day(10));
    expect(await salt()).toBe(first);
  });

  it("is a new one when an older database was put back, and stays that", async () => {
    const first = await salt();
    await clock().save(day(9));
    await networkClockStore(db).save(day(5));
    const second = await salt();
    expect(second).not.toBe(first);
    await clock().save(day(6));
    expect(await salt()).toBe(second);
  });

  it("is a new one for every database that was put back, also minutes after it was kept and twice in a row", async () => {
    let wall = day(3).getTime();
    const live = async (seconds: number) => {
      const chosen = await salt();
      const running = await createNetworkClock({
        ...clock(),
        rate: 1,
        wallNow: () => new Date(wall),
      });
      wall += 1000 * seconds;
      await running.close();
      return chosen;
    };
    const first = await live(60);
    const kept = await networkClockStore(db).load();
    const putBack = () => networkClockStore(db).save(kept ?? day(1));
    expect(await live(90)).toBe(first);
    await putBack();
    const second = await live(30);
    await putBack();
    const third = await live(1);
    await putBack();
    expect(new Set([first, second, third, await live(1)]).size).toBe(4);
  });

  it("is the same after a crash: time that was kept in the database only is not ahead of it", async () => {
    const first = await salt();
    await clock().save(day(4));
    await networkClockStore(db).save(day(5));
    expect(await salt()).toBe(first);
  });

  it("is a new one when the restore command says so", async () => {
    const first = await salt();
    const second = await bumpEpochSalt(db);
    expect(second).not.toBe(first);
    expect(await salt()).toBe(second);
  });

  it("does not depend on a note that cannot be read", async () => {
    const first = await salt();
    writeFileSync(path.join(folder, "last-seen"), "yesterday");
    expect(await salt()).toBe(first);
  });
});
