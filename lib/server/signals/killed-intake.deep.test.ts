import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbedded } from "../db/open-embedded";
import { memberEvent } from "../db/schema/network";
import { signalEvent, signalTally } from "../db/schema/signals";
import { batchSize, keepNumbered } from "./killed-testing";
import { recorderOver } from "./testing";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-killed-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets another process take batches from a number on, and kills it some milliseconds after it acknowledged that many. */
function takenUntilKilled(from: number, acknowledged: number, laterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = "scripts/tests/take-signals-until-killed.ts";
    const child = spawn(process.execPath, ["scripts/run.mjs", script, folder, `${from}`]);
    let [output, errors] = ["", ""];
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.split("\n").length > acknowledged) {
        setTimeout(() => child.kill("SIGKILL"), laterMs);
      }
    });
    child.on("close", (_code, signal) =>
      signal === "SIGKILL" ? resolve(output.split("\n").length - 1) : reject(new Error(errors)),
    );
  });
}

test("a server that is killed while it takes signals loses none that it acknowledged, and half of a batch never stands", async () => {
  let from = 0;
  for (const [acknowledged, laterMs] of [
    [1, 0],
    [4, 17],
    [9, 31],
  ] as const) {
    const taken = await takenUntilKilled(from, acknowledged, laterMs);
    expect(taken).toBeGreaterThanOrEqual(acknowledged);
    const { db, close } = await openEmbedded(folder);
    const counts = () =>
      Promise.all([signalEvent, signalTally, memberEvent].map((table) => db.$count(table)));
    const [events = 0, tallies, changes] = await counts();
    expect(events % batchSize).toBe(0);
    expect([tallies, changes]).toEqual([events, events]);

    const recorder = recorderOver(db);
    for (let batch = 0; batch < from + taken; batch += 1) {
      expect(await keepNumbered(recorder, batch)).toMatchObject({
        accepted: 0,
        duplicates: batchSize,
      });
    }
    // The one that was under way stands as a whole or not at all; sent again, it stands.
    const last = await keepNumbered(recorder, from + taken);
    expect([0, batchSize]).toContain(last.accepted);
    expect(last.accepted + last.duplicates).toBe(batchSize);
    expect(await counts()).toEqual(Array.from({ length: 3 }, () => (from + taken + 1) * batchSize));
    from += taken + 1;
    await recorder.close();
    await close();
  }
});
