import { expect, test } from "vitest";
import { batchOf } from "@/lib/network/population/batch-of";
import { aMember } from "@/lib/network/population/testing";
import { everyone } from "@/lib/network/reach/expression";
import { createEmbeddedEngine } from "./create-embedded-engine";
import { openThread, type Shard } from "./shard";
import { engineOver, givenMembers } from "./testing";

const today = () => 20_500;
const batch = batchOf([aMember({ number: 0 }), aMember({ number: 1 })]);

test("an overlap is asked of two to six audiences", async () => {
  const engine = await engineOver([batch], today);
  await expect(engine.overlap([everyone])).rejects.toThrow("2 to 6");
  await expect(engine.overlap(Array.from({ length: 7 }, () => everyone))).rejects.toThrow("2 to 6");
  await engine.close();
});

test.each([
  ["a country", { country: Uint8Array.of(0, 250) }],
  ["an age band", { ageBand: Uint8Array.of(0, 6) }],
  ["a gender", { gender: Uint8Array.of(0, 4) }],
  ["a device", { device: Uint8Array.of(0, 9) }],
])("members with %s outside its list are refused by number", async (_, columns) => {
  await expect(engineOver([{ ...batch, ...columns }], today)).rejects.toThrow("Member 1 points");
});

test("a signal or a relationship outside its list is refused", async () => {
  const rows = { signalStart: Uint32Array.of(0, 1, 1), signalDay: Uint16Array.of(20_000) };
  const one = Uint8Array.of(1);
  const stray = { ...rows, signalSegment: Uint16Array.of(60_000), signalStrength: one };
  await expect(engineOver([{ ...batch, ...stray }], today)).rejects.toThrow("Member 0 points");
  const weak = {
    ...rows,
    signalSegment: Uint16Array.of(1),
    signalStrength: Uint8Array.of(0),
  };
  await expect(engineOver([{ ...batch, ...weak }], today)).rejects.toThrow("Member 0 points");
  const company = {
    companyStart: Uint32Array.of(0, 0, 1),
    companyIndex: Uint16Array.of(9_999),
    companyKind: Uint8Array.of(0),
    companyDay: Uint16Array.of(20_000),
  };
  await expect(engineOver([{ ...batch, ...company }], today)).rejects.toThrow("Member 1 points");
});

test("columns that are cut short are refused before anything is read past their end", async () => {
  const short = { ...batch, gender: Uint8Array.of(0) };
  await expect(engineOver([short], today)).rejects.toThrow("cut short");
  const gap = { ...batch, signalStart: Uint32Array.of(0, 4, 2) };
  await expect(engineOver([gap], today)).rejects.toThrow("ascend");
});

test("a population that no engine can hold is refused", async () => {
  const population = { kind: "synthetic", seed: 1, members: -1, madeOn: 20_500 } as const;
  await expect(createEmbeddedEngine({ population, today, snapshotFolder: null })).rejects.toThrow(
    "-1 members",
  );
});

test("a network without members answers nobody", async () => {
  const engine = await engineOver([], today);
  expect(await engine.count(everyone)).toBe(0);
  expect(await engine.cells(everyone, ["age"])).toEqual([]);
  expect((await engine.size()).members).toBe(0);
  await engine.close();
});

test("a move to a cell that does not exist is refused and changes nothing", async () => {
  const engine = await engineOver([batch], today);
  const nowhere = {
    type: "moved",
    member: 0,
    ageBand: "25-34",
    gender: "female",
    country: "ZZ",
    device: "ios",
    onSocial: true,
  } as const;
  await expect(engine.apply(nowhere)).rejects.toThrow(RangeError);
  expect(await engine.count(everyone)).toBe(2);
  await engine.close();
});

test("a question to a closed engine is refused", async () => {
  const engine = await engineOver([batch], today);
  await engine.close();
  const threads = await engineOver([batch], today, { open: openThread });
  await threads.close();
  await expect(threads.count(everyone)).rejects.toThrow("closed");
});

test("when a worker dies, what it owed is refused and so is what comes later", async () => {
  const shards: Shard[] = [];
  const engine = await createEmbeddedEngine({
    population: givenMembers([batch]),
    today,
    snapshotFolder: null,
    warmUpMs: 0,
    open: (...args) => {
      const shard = openThread(...args);
      shards.push(shard);
      return shard;
    },
  });
  const owed = engine.count(everyone);
  const [shard] = shards;
  const end = shard?.close();
  await expect(owed).rejects.toThrow("closed");
  await expect(engine.count({ ...everyone, genders: ["male"] })).rejects.toThrow("closed");
  await end;
  await engine.close();
});

test("worker threads answer what the same code answers in this thread", async () => {
  const population = { kind: "synthetic", seed: 5, members: 2_000, madeOn: 20_500 } as const;
  const here = await engineOver([], today, { population });
  const threads = await engineOver([], today, { population, workers: 2, open: openThread });
  expect(await threads.cells(everyone, ["country", "age"])).toEqual(
    await here.cells(everyone, ["country", "age"]),
  );
  await Promise.all([here.close(), threads.close()]);
});
