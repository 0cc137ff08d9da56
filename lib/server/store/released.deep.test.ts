import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { costOf, questionLadder } from "@/lib/network/release/ladder";
import { answered } from "@/lib/network/release/testing";
import { openEmbedded } from "../db/open-embedded";
import { releaseCharge, released } from "../db/schema/network";
import { aNumberedQuestion, releaseForKilling } from "./killed-testing";
import { releaseTable } from "./released";

const by = { workspaceId: "agency" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-killed-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets another process ask from a number on, kills it after some answers, and tells what it was told. */
function askedUntilKilled(from: number, answers: number): Promise<ReadonlyMap<number, number>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      "scripts/run.mjs",
      "scripts/tests/ask-until-killed.ts",
      folder,
      `${from}`,
    ]);
    let [output, errors] = ["", ""];
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.split("\n").length > answers) child.kill("SIGKILL");
    });
    child.on("close", (_code, signal) => {
      if (signal !== "SIGKILL") return reject(new Error(errors));
      const lines = output.split("\n").slice(0, -1);
      return resolve(new Map(lines.map((line) => line.split(" ").map(Number) as [number, number])));
    });
  });
}

describe("a server that is killed while it answers", () => {
  it("loses no answer that somebody got, and neither an answer nor its charge without the other", async () => {
    for (const [round, answers] of [3, 40, 111].entries()) {
      const told = await askedUntilKilled(round * 100_000, answers);
      expect(told.size).toBeGreaterThanOrEqual(answers);
      const { db, close } = await openEmbedded(folder);
      const table = releaseTable(db);
      const spent = () => table.spent(by.workspaceId, new Date(0));
      const before = await spent();
      const release = releaseForKilling(table);
      for (const [question, shown] of told) {
        expect(answered(await release.count(by, aNumberedQuestion(question))).shown).toBe(shown);
      }
      expect(await spent()).toEqual(before);
      const [rows, charges] = [
        await db.select().from(released),
        await db.select().from(releaseCharge),
      ];
      const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key).sort();
      expect(keys(charges)).toEqual(keys(rows));
      expect(before.questions).toBe(rows.length * costOf(questionLadder[0]?.sigma ?? 0));
      await close();
    }
  });
});
