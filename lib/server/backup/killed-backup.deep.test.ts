import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testPepper } from "../signals/testing";
import { digestFolder } from "./copy-folder";
import { databaseFolder, readManifest } from "./manifest";
import { aFolder, openDeployment } from "./testing";

let folder: ReturnType<typeof aFolder>;
let data: string;
beforeEach(async () => {
  folder = aFolder();
  data = path.join(folder.path, "data");
  const nod = await openDeployment(data);
  await nod.withdraw(0);
  await nod.close();
});
afterEach(() => folder.remove());

/** Runs a script and kills it some milliseconds after `begun` exists; answers whether it was killed. */
async function killed(script: string, begun: string, laterMs: number, ...args: string[]) {
  const child = spawn(process.execPath, ["scripts/run.mjs", `scripts/${script}.ts`, ...args], {
    env: { ...process.env, NOD_DATA: data, NOD_MODE: "demo", NOD_PEPPER: testPepper },
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on("close", (_code, signal) => resolve(signal)),
  );
  let isOver = false;
  void ended.finally(() => {
    isOver = true;
  });
  while (!isOver && !existsSync(begun)) await after(1);
  await after(laterMs);
  child.kill("SIGKILL");
  const signal = await ended;
  if (signal === null && child.exitCode !== 0) throw new Error(errors);
  return signal === "SIGKILL";
}

test("a backup that is killed leaves a whole one or none", async () => {
  let kills = 0;
  for (const laterMs of [0, 5, 15, 40, 80, 150, 300, 600]) {
    const backup = path.join(folder.path, `backup-${laterMs}`);
    if (await killed("backup", `${backup}.half`, laterMs, backup)) kills += 1;
    if (!existsSync(backup)) continue;
    const { database } = await readManifest(backup);
    expect(database).toEqual({
      kind: "embedded",
      ...(await digestFolder(databaseFolder(backup))),
    });
  }
  expect(kills).toBeGreaterThan(2);
});

test("a restore that is killed is run again, and until then nothing is served or made beside it", async () => {
  const backup = path.join(folder.path, "backup");
  while (await killed("backup", backup, 2_000, backup))
    rmSync(backup, { recursive: true, force: true });
  const restoring = path.join(data, "restoring");
  for (const laterMs of [0, 60, 400]) {
    await killed("restore", restoring, laterMs, backup, "--replace");
    if (existsSync(restoring)) {
      await expect(openDeployment(data)).rejects.toThrow(/A restore was interrupted: run it again/);
    }
  }
  expect(await killed("restore", path.join(data, "never"), 0, backup, "--replace")).toBe(false);
  expect(existsSync(restoring)).toBe(false);
  expect(readdirSync(data).some((name) => name.startsWith("db-before-"))).toBe(true);
  const nod = await openDeployment(data);
  expect(await nod.who(0)).not.toBeNull();
  await nod.close();
});
