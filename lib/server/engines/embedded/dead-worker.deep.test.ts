import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import type { MemberChange } from "@/lib/network/reach/engine";
import { inOrder } from "@/lib/network/reach/engine-contract-parts";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { dimensions, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { createEmbeddedEngine } from "./create-embedded-engine";
import type { EmbeddedEngine } from "./embedded-engine";
import { openThread, type Shard } from "./shard";
import { memoryLog } from "./testing-log";

const today = () => 20_500;
const members = 3_000;
const said: string[] = [];
const logger = {
  info: (_: object, message: string) => void said.push(message),
  warn: (_: object, message: string) => void said.push(message),
  error: (_: object, message: string) => void said.push(message),
};
let folder = "";
let log = memoryLog();
let opened: Shard[] = [];
let engine: EmbeddedEngine;
let reference = referenceEngine([], today);

/** Every worker thread that was started, so that one can be ended from outside, as a crash would. */
const threads: Worker[] = [];

async function open(snapshotFolder: string | null = folder): Promise<void> {
  opened = [];
  engine = await createEmbeddedEngine({
    population: { kind: "synthetic", seed: 6, members, madeOn: today() },
    today,
    snapshotFolder,
    log,
    logger,
    workers: 2,
    warmUpMs: 0,
    open: (workerPath, data, onProgress) => {
      const shard = openThread(workerPath, data, onProgress, (worker) => threads.push(worker));
      opened.push(shard);
      return shard;
    },
  });
}

async function happens(...changes: readonly MemberChange[]): Promise<void> {
  log.append(...changes);
  await engine.applyAll(changes);
  for (const change of changes) await reference.apply(change);
}

const leaves = (member: number) => ({ type: "left", member }) as const;

async function expectRight(): Promise<void> {
  const cells = await engine.cells(everyone, dimensions);
  expect(inOrder(cells)).toEqual(inOrder(await reference.cells(everyone, dimensions)));
  expect((await engine.size()).members).toBe((await reference.size()).members);
}

const standsAgain = () =>
  vi.waitFor(() => expect(said).toContain("A worker of the reach engine stands again."), 60_000);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "nod-dead-"));
  log = memoryLog();
  said.length = 0;
  threads.length = 0;
  const batch = generateMembers({ seed: 6, first: 0, count: members, today: today() });
  reference = referenceEngine(membersOf(batch), today);
  await open();
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

test("while a dead worker starts again questions are refused, and afterwards every answer is right", async () => {
  await happens(leaves(1), leaves(2_500));
  await engine.checkpoint(log.end);
  await happens(leaves(2), leaves(2_600));
  await threads[1]?.terminate();
  await expect(engine.count(everyone)).rejects.toThrow(EngineUnavailable);
  await standsAgain();
  await expectRight();
});

test("a question that was under way when the worker died is refused, never half answered", async () => {
  const asked = Array.from({ length: 40 }, (_, i) =>
    engine.count({ ...everyone, countries: ["IN", "BR", String(i)] }),
  );
  const ended = threads[0]?.terminate();
  const answers = await Promise.allSettled(asked);
  const right = await reference.count({ ...everyone, countries: ["IN", "BR"] });
  for (const answer of answers) {
    if (answer.status === "fulfilled") expect(answer.value).toBe(right);
    else expect(answer.reason).toBeInstanceOf(EngineUnavailable);
  }
  await ended;
  await standsAgain();
  await expectRight();
});

test("what happens to members meanwhile waits and is in the next answer", async () => {
  await threads[0]?.terminate();
  await Promise.all([0, 5, 10, 1_600, 2_900].map((member) => happens(leaves(member))));
  expect(said).toContain("A worker of the reach engine stands again.");
  await expectRight();
});

test("changes that were being applied when the worker died are applied", async () => {
  const running = Array.from({ length: 30 }, (_, i) => happens(leaves(i)));
  await threads[0]?.terminate();
  await Promise.all(running);
  await standsAgain();
  await expectRight();
});

test("a worker that dies again and again comes back, even when its snapshot is gone", async () => {
  for (const member of [3, 4]) {
    await happens(leaves(member));
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    said.length = 0;
    await threads.at(-1)?.terminate();
    await standsAgain();
    await expectRight();
  }
});

test("an engine without a folder starts a dead worker from the members and the log", async () => {
  await engine.close();
  await open(null);
  await happens(leaves(7));
  said.length = 0;
  await threads.at(-2)?.terminate();
  await standsAgain();
  await expectRight();
});

test("an engine that is closed while a worker starts again stays closed", async () => {
  await threads[0]?.terminate();
  const waiting = engine.apply(leaves(9));
  waiting.catch(() => {});
  await engine.close();
  await expect(waiting).rejects.toThrow("closed");
  await expect(engine.count(everyone)).rejects.toThrow();
});
