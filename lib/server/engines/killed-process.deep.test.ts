import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { inOrder } from "@/lib/network/reach/engine-contract-parts";
import { dimensions, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { openEmbedded } from "../db/open-embedded";
import { memberEvent } from "../db/schema/network";
import { dayNumber } from "../population-facts";
import { openEngine } from "./open-engine";
import { killedFacts, nextChange } from "./testing-killed";

let folder = "";
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "nod-killed-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** Runs until so many changes were acknowledged, then kills it in the middle of whatever it does. Answers the next number. */
async function recordAndKill(from: number, acknowledged: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ["scripts/run.mjs", "scripts/tests/record-until-killed.ts", folder, String(from)],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NOD_LOG: "silent" } },
  );
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let next = from;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== "ready") next = Number(line) + 1;
    if (next - from >= acknowledged) child.kill("SIGKILL");
  }
  await ended;
  return next;
}

test("a process that is killed while it records and saves loses nothing that was acknowledged, and counts as before", async () => {
  let next = 0;
  let withSnapshots = 0;
  for (const acknowledged of [37, 90, 151, 64, 203]) {
    next = await recordAndKill(next, acknowledged);
    const positions = (await readdir(path.join(folder, "reach"))).filter((name) =>
      /-at-[1-9]\d*\.snapshot$/.test(name),
    );
    if (positions.length > 0) withSnapshots += 1;
    const { db, close } = await openEmbedded(folder);
    const rows = await db
      .select({ change: memberEvent.change })
      .from(memberEvent)
      .orderBy(asc(memberEvent.seq));
    const written = rows.map(({ change }) => change);
    // What was being recorded when the process was killed may be there or not; nobody was told that it is.
    expect(written.length).toBeGreaterThanOrEqual(next);
    expect(written).toEqual(written.map((_, n) => nextChange(n)));
    const env = { reachEngine: "embedded", clickhouse: null, dataDir: folder } as const;
    const engine = await openEngine(env, db, killedFacts, () => {});
    const { seed, members, madeOn } = killedFacts;
    const made = membersOf(generateMembers({ seed, first: 0, count: members, today: madeOn }));
    const reference = referenceEngine(made, () => dayNumber(new Date()));
    for (const change of written) await reference.apply(change);
    expect(inOrder(await engine.cells(everyone, dimensions))).toEqual(
      inOrder(await reference.cells(everyone, dimensions)),
    );
    expect((await engine.size()).members).toBe((await reference.size()).members);
    await engine.close();
    await close();
    next = written.length;
  }
  expect(withSnapshots).toBeGreaterThan(0);
});
