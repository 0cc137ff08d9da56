import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dimensions, everyone } from "@/lib/network/reach/expression";
import type { EmbeddedEngineOptions } from "./create-embedded-engine";
import { createEmbeddedEngine } from "./create-embedded-engine";
import type { EmbeddedEngine } from "./embedded-engine";
import { openInThread } from "./testing";

const today = 20_500;
const members = 400;
let folder = "";
let loaded = 0;
const opened: EmbeddedEngine[] = [];

async function open(options: Partial<EmbeddedEngineOptions> = {}): Promise<EmbeddedEngine> {
  loaded = 0;
  const engine = await createEmbeddedEngine({
    population: { kind: "synthetic", seed: 3, members, madeOn: today },
    today: () => today,
    snapshotFolder: folder,
    workers: 2,
    warmUpMs: 0,
    open: openInThread,
    onProgress: (done) => {
      loaded = done;
    },
    ...options,
  });
  opened.push(engine);
  return engine;
}

const answersOf = (engine: EmbeddedEngine) => engine.cells(everyone, dimensions);
const files = async () => (await readdir(folder)).sort();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "nod-snapshot-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engine) => engine.close()));
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

test("the second start reads the snapshot of the first instead of making the members again", async () => {
  const first = await open();
  expect(loaded).toBe(members);
  const answers = await answersOf(first);
  await first.close();
  const second = await open();
  expect(loaded).toBe(0);
  expect(await answersOf(second)).toEqual(answers);
});

test("a snapshot says up to where it holds the log, and replaces the one before", async () => {
  const first = await open();
  await first.apply({ type: "left", member: 7 });
  await first.save(12);
  const answers = await answersOf(first);
  await first.close();
  expect((await files()).map((file) => file.slice(-21))).toEqual([
    "0-of-2-at-12.snapshot",
    "1-of-2-at-12.snapshot",
  ]);
  const second = await open();
  expect(second.position).toBe(12);
  expect(await answersOf(second)).toEqual(answers);
  expect((await second.size()).members).toBe(members - 1);
});

test("changes that follow a save at once are not in it", async () => {
  const first = await open();
  const saved = first.save(1);
  const changed = first.apply({ type: "left", member: 7 });
  await Promise.all([saved, changed]);
  await first.close();
  expect((await (await open()).size()).members).toBe(members);
});

type Damage = (file: string) => Promise<void>;
const damages: Readonly<Record<string, Damage>> = {
  "cut short": (file) => truncate(file, 100_000),
  empty: (file) => truncate(file, 0),
  "with a byte changed": async (file) => {
    const bytes = await readFile(file);
    bytes[200_000] = (bytes[200_000] ?? 0) ^ 1;
    await writeFile(file, bytes);
  },
  "with a header that is no header": (file) => writeFile(file, "{}".padEnd(500_000)),
  missing: (file) => rm(file),
};

test.each(Object.entries(damages))(
  "with a snapshot %s the members are made again",
  async (_, damage) => {
    const first = await open();
    const answers = await answersOf(first);
    await first.close();
    const [file = ""] = await files();
    await damage(path.join(folder, file));
    const second = await open();
    expect(loaded).toBe(members);
    expect(await answersOf(second)).toEqual(answers);
  },
);

test("when the newest snapshot is torn the one before it is used", async () => {
  const first = await open();
  await first.close();
  const older = await files();
  for (const file of older) {
    await copyFile(path.join(folder, file), path.join(folder, file.replace("at-0", "at-9")));
  }
  await truncate(path.join(folder, (older[1] ?? "").replace("at-0", "at-9")), 100_000);
  const second = await open();
  expect(loaded).toBe(0);
  expect(second.position).toBe(0);
});

const foreign: Readonly<Record<string, Partial<EmbeddedEngineOptions>>> = {
  "another seed": { population: { kind: "synthetic", seed: 4, members, madeOn: today } },
  "another number of members": {
    population: { kind: "synthetic", seed: 3, members: members + 1, madeOn: today },
  },
  "members made on another day": {
    population: { kind: "synthetic", seed: 3, members, madeOn: today - 1 },
  },
  "another number of workers": { workers: 1 },
  "another log": { log: { id: "restored", end: 100 } },
  "a day that has not come yet": { today: () => today - 1 },
};

test.each(Object.entries(foreign))("a snapshot of %s is not taken", async (_, options) => {
  const first = await open();
  await first.close();
  await open(options);
  expect(loaded).toBeGreaterThanOrEqual(members);
});

test("a start on a later day reads the snapshot and forgets what has expired since", async () => {
  const later = today + 100;
  await (await open()).close();
  const restored = await open({ today: () => later });
  expect(loaded).toBe(0);
  const answers = await answersOf(restored);
  const made = await open({ today: () => later, snapshotFolder: null });
  expect(answers).toEqual(await answersOf(made));
});

test("a snapshot from beyond the end of the log is not taken", async () => {
  const first = await open();
  await first.apply({ type: "left", member: 7 });
  await first.save(12);
  await first.close();
  const second = await open({ log: { id: "", end: 11 } });
  expect(second.position).toBe(0);
  expect((await second.size()).members).toBe(members);
});

test("an engine that cannot save its snapshot says so, leaves nothing half-written, and works on", async () => {
  const engine = await open();
  await engine.save(1);
  const [file = ""] = await files();
  await mkdir(path.join(folder, file.replace("at-1", "at-5"), "in the way"), { recursive: true });
  await expect(engine.save(5)).rejects.toThrow();
  expect((await files()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(await engine.count(everyone)).toBeGreaterThan(0);
});
