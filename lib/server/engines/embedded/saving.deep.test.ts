import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, symlink, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dimensions, everyone } from "@/lib/network/reach/expression";
import { createEmbeddedEngine, type EmbeddedEngineOptions } from "./create-embedded-engine";
import type { EmbeddedEngine } from "./embedded-engine";
import { openInThread } from "./testing";
import { memoryLog } from "./testing-log";

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
  folder = await mkdtemp(path.join(tmpdir(), "nod-saving-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engine) => engine.close()));
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

const onLinux = test.runIf(existsSync("/dev/full"));
/** Everything that is written to a file of this name fails: its disk is full. */
const fullDisk = (file: string) => symlink("/dev/full", `${file}.tmp`);
const fileAt = async (position: number) =>
  path.join(folder, (await files())[0]?.replace(/at-\d+/, `at-${position}`) ?? "");

onLinux(
  "when the disk is full the last snapshot stays as it was, and the next try succeeds",
  async () => {
    const first = await open();
    await first.apply({ type: "left", member: 7 });
    await first.save(1);
    const before = await files();
    await first.apply({ type: "left", member: 8 });
    await fullDisk(await fileAt(2));
    await expect(first.save(2)).rejects.toThrow("ENOSPC");
    expect(first.saved).toBe(1);
    expect(await files()).toEqual(expect.arrayContaining(before));
    const { position } = await open();
    expect(position).toBe(1);
    await first.save(2);
    expect(first.saved).toBe(2);
    const second = await open();
    expect([second.position, (await second.size()).members]).toEqual([2, members - 2]);
  },
);

test("a snapshot is saved beside the serving workers, and says the same as theirs", async () => {
  const log = memoryLog();
  const first = await open({ log });
  const changes = [3, 4, 5, 300, 301].map((member) => ({ type: "left", member }) as const);
  log.append(...changes);
  await first.applyAll(changes);
  const asked = await answersOf(first);
  await first.checkpoint(log.end);
  expect((await files()).map((file) => file.slice(-20))).toEqual([
    "0-of-2-at-5.snapshot",
    "1-of-2-at-5.snapshot",
  ]);
  const replayed: number[] = [];
  const counting = {
    id: log.id,
    end: log.end,
    read(after: number, upTo?: number) {
      replayed.push(after);
      return log.read(after, upTo);
    },
  };
  const second = await open({ log: counting });
  expect(replayed).toEqual([5]);
  expect(await answersOf(second)).toEqual(asked);
});

onLinux(
  "when the disk is full beside the serving workers, they go on and the last snapshot stands",
  async () => {
    const log = memoryLog();
    const first = await open({ log });
    log.append({ type: "left", member: 3 });
    await first.apply({ type: "left", member: 3 });
    await first.save(0);
    const before = await files();
    await fullDisk(await fileAt(1));
    await expect(first.checkpoint(1)).rejects.toThrow("ENOSPC");
    expect(first.saved).toBe(0);
    expect((await files()).filter((file) => !file.endsWith(".tmp"))).toEqual(before);
    expect((await first.size()).members).toBe(members - 1);
    await first.checkpoint(1);
    expect(first.saved).toBe(1);
  },
);

test("a torn snapshot is no ground for the next one: the workers save themselves", async () => {
  const log = memoryLog();
  const first = await open({ log });
  await first.save(0);
  log.append({ type: "left", member: 3 });
  await first.apply({ type: "left", member: 3 });
  await truncate(await fileAt(0), 100_000);
  await first.checkpoint(1);
  const second = await open({ log });
  expect(loaded).toBe(0);
  expect((await second.size()).members).toBe(members - 1);
});

test("members who joined and companies that came with changes are in a snapshot, and who left stays away", async () => {
  const joined = {
    ...({ type: "joined", member: members + 3, ageBand: "25-34", gender: "male" } as const),
    ...({ country: "IN", region: "IN-KL", language: "ml", device: "kaios" } as const),
    onSocial: false,
    day: today,
  };
  const yes = { type: "consent", member: members + 3, given: true, recipient: "photos" } as const;
  const asked = {
    ...everyone,
    with: [{ company: "shop-of-ana", kind: null, withinDays: null }],
    languages: ["ml"],
  };
  const first = await open();
  await first.applyAll([
    joined,
    { ...yes, purpose: "relevant_ads" },
    { ...yes, purpose: "known_companies" },
    {
      type: "company",
      member: members + 3,
      company: "shop-of-ana",
      kind: "conversation",
      day: today,
    },
    { ...joined, member: members + 4 },
    { type: "left", member: members + 4 },
  ]);
  await first.save(6);
  await first.close();
  const second = await open();
  expect(loaded).toBe(0);
  expect(await second.count(asked)).toBe(1);
  await second.apply({ ...joined, member: members + 4 });
  expect((await second.size()).members).toBe(members + 1);
  await second.apply({ type: "company_removed", member: members + 3, company: "shop-of-ana" });
  expect(await second.count(asked)).toBe(0);
});
