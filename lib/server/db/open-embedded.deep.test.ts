import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StartRefusal } from "../start-refusal";
import { memoryDatabase } from "../store/testing-template";
import { lockByFile, lockFolder } from "./lock";
import { newestMigration, refuseNewerDatabase } from "./migrate";
import { folderProblem, openEmbedded } from "./open-embedded";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-open-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the data folder", () => {
  it("is opened by one process at a time, and the second is told who has it", async () => {
    const lock = await lockFolder(folder);
    const second = lockFolder(folder);
    await expect(second).rejects.toThrow(StartRefusal);
    await expect(second).rejects.toThrow(new RegExp(`in use by process ${process.pid}`));
    await expect(openEmbedded(folder)).rejects.toThrow(/in use by process/);
    await lock.release();
    const third = await lockFolder(folder);
    await third.release();
  });

  it("is the same folder under another name", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(path.join(folder, "..", path.basename(folder)))).rejects.toThrow(
      /in use/,
    );
    await lock.release();
  });

  it("is locked by a file where there are no abstract sockets, and a dead holder's lock is taken over", async () => {
    writeFileSync(path.join(folder, "lock"), "999999999");
    const lock = lockByFile(folder);
    expect(() => lockByFile(folder)).toThrow(`in use by process ${process.pid}`);
    await lock.release();
    await lockByFile(folder).release();
  });

  it("must be a folder", async () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    await expect(openEmbedded(file)).rejects.toThrow(
      `NOD_DATA must be a folder, and ${file} is not`,
    );
    await expect(openEmbedded(path.join(file, "below"))).rejects.toThrow(StartRefusal);
  });

  it.each([
    ["ENOSPC", /no room on the disk/],
    ["EDQUOT", /no room on the disk/],
    ["EACCES", /cannot be written/],
    ["EROFS", /cannot be written/],
  ])("that answers %s stops the start with one line", (code, line) => {
    const problem = folderProblem(folder, Object.assign(new Error("it failed"), { code }));
    expect(problem?.message).toMatch(line);
    expect(problem?.message).not.toContain("\n");
  });

  it("is not blamed for another fault", () => {
    expect(folderProblem(folder, new Error("syntax error at or near"))).toBeNull();
  });
});

describe("a database of a newer Nod", () => {
  it("is refused with one line", async () => {
    const db = drizzle(await memoryDatabase());
    await expect(refuseNewerDatabase(db, "here")).resolves.toBeUndefined();
    const later = newestMigration().when + 86_400_000;
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', ${later})`,
    );
    await expect(refuseNewerDatabase(db, "here")).rejects.toThrow(
      /^The database here was written by a newer Nod[^\n]+start that version\.$/,
    );
  });
});
