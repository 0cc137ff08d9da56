import { afterAll, beforeAll, expect, test } from "vitest";
import { batchOf } from "@/lib/network/population/batch-of";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { arbitraryToday } from "@/lib/network/reach/arbitraries";
import type { MemberChange } from "@/lib/network/reach/engine";
import { inOrder } from "@/lib/network/reach/engine-contract-parts";
import { twoPeople } from "@/lib/network/reach/engine-contract-people";
import { dimensions, everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { givenMembers } from "../embedded/testing";
import type { ClickhouseAddress } from "./address";
import { openNodes } from "./nodes";
import { type Cluster, openOver, ownDatabase, startNodes } from "./testing";

const today = () => arbitraryToday;
const batch = generateMembers({ seed: 11, first: 0, count: 600, today: arbitraryToday });
const members = membersOf(batch);
/** The same members, which may not be loaded again. */
const kept = {
  population: {
    ...givenMembers([batch]),
    batches: () => {
      throw new Error("The members are loaded a second time.");
    },
  },
};
const liked = members[3]?.signals[0]?.segment ?? "";

/** Something of every kind happens to several members on both shards. */
const changes: readonly MemberChange[] = members.slice(0, 120).map(({ number: member }, i) => {
  switch (i % 5) {
    case 0:
      return { type: "left", member };
    case 1:
      return {
        type: "consent",
        member,
        purpose: "relevant_ads",
        recipient: "messenger",
        given: i % 2 === 0,
      };
    case 2:
      return { type: "signal", member, segment: liked, strength: 3, day: arbitraryToday };
    case 3:
      return {
        type: "company",
        member,
        company: "a new 'shop\\",
        kind: "conversation",
        day: 20_000,
      };
    default:
      return { type: "signals_cleared", member };
  }
});

const questions = [
  everyone,
  { ...everyone, groups: [[{ segment: liked, withinDays: 30, minStrength: 2 } as const]] },
  { ...everyone, with: [{ company: "a new 'shop\\", kind: null, withinDays: null }] },
];

async function answersOf(engine: Pick<ReturnType<typeof referenceEngine>, "cells" | "size">) {
  const cells = [];
  for (const question of questions) cells.push(inOrder(await engine.cells(question, dimensions)));
  return { cells, members: (await engine.size()).members };
}

async function afterwards(done: readonly MemberChange[]) {
  const reference = referenceEngine(members, today);
  for (const change of done) await reference.apply(change);
  return answersOf(reference);
}

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startNodes(2);
});
afterAll(() => cluster.stop());

/** Runs a statement on one shard, behind the engine's back. */
async function behindItsBack(address: ClickhouseAddress, shard: number, sql: string) {
  const nodes = openNodes(address, 15_000);
  await nodes.run(shard, sql);
  await nodes.close();
}

test("an engine that opens again has everything that was changed, and says from where to replay", async () => {
  const address = ownDatabase(cluster, null);
  const first = await openOver(address, [batch], today);
  await first.applyAll(changes.slice(0, 60));
  await first.checkpoint(60);
  await first.applyAll(changes.slice(60));
  await first.close();
  const again = await openOver(address, [batch], today, kept);
  expect(again.position).toBe(60);
  expect(await answersOf(again)).toEqual(await afterwards(changes));
  // What came after the saved position is told once more, and changes nothing.
  await again.applyAll(changes.slice(60));
  expect(await answersOf(again)).toEqual(await afterwards(changes));
  await again.close();
});

test("folding changed members into the bitmaps changes no answer, now or after opening again", async () => {
  const address = ownDatabase(cluster, null);
  const engine = await openOver(address, [batch], today);
  await engine.applyAll(changes.slice(0, 80));
  // Changes go on while it folds.
  await Promise.all([engine.fold(), engine.applyAll(changes.slice(80))]);
  expect(await answersOf(engine)).toEqual(await afterwards(changes));
  await engine.fold();
  expect(await answersOf(engine)).toEqual(await afterwards(changes));
  await engine.close();
  const again = await openOver(address, [batch], today, kept);
  expect(await answersOf(again)).toEqual(await afterwards(changes));
  await again.close();
});

test("a fold that broke off between two shards ends in the same answers", async () => {
  const address = ownDatabase(cluster, null);
  const engine = await openOver(address, [batch], today);
  await engine.applyAll(changes);
  await engine.fold();
  await engine.close();
  // As if the process had ended after the first shard said that the new bitmaps hold: the other one says the old ones do.
  const columns = "ready, load, population, shard, shards, position";
  await behindItsBack(
    address,
    1,
    `INSERT INTO ${address.database}.standing (version, epoch, ${columns})
SELECT version + 1, 1, ${columns} FROM ${address.database}.standing ORDER BY version DESC LIMIT 1`,
  );
  const again = await openOver(address, [batch], today, kept);
  expect(await answersOf(again)).toEqual(await afterwards(changes));
  await again.close();
});

test.each([
  ["broke off before its last word", (database: string) => `TRUNCATE TABLE ${database}.standing`],
  [
    "is of another load on one shard",
    (database: string) =>
      `ALTER TABLE ${database}.standing UPDATE load = 'another' WHERE 1 SETTINGS mutations_sync = 2`,
  ],
])("a load that %s is repeated", async (_, damage) => {
  const address = ownDatabase(cluster, null);
  await (await openOver(address, [batch], today)).close();
  await behindItsBack(address, 1, `TRUNCATE TABLE ${address.database}.bits`);
  await behindItsBack(address, 1, damage(address.database));
  const again = await openOver(address, [batch], today);
  expect(await answersOf(again)).toEqual(await afterwards([]));
  await again.close();
});

test("members to whom more has happened than the log says are loaded anew", async () => {
  const address = ownDatabase(cluster, null);
  const engine = await openOver(address, [batch], today);
  await engine.applyAll(changes);
  await engine.checkpoint(900);
  await engine.close();
  const again = await openOver(address, [batch], today, { log: { id: "", end: 800 } });
  expect(again.position).toBe(0);
  expect(await answersOf(again)).toEqual(await afterwards([]));
  await again.close();
});

test("another deployment's members are refused and left as they are; the same deployment's older ones are replaced", async () => {
  const address = ownDatabase(cluster, null);
  const mine = { log: { id: "mine", end: 0 } };
  await (await openOver(address, [batch], today, mine)).close();
  const theirs = openOver(address, [batchOf(twoPeople)], today, { log: { id: "theirs", end: 0 } });
  await expect(theirs).rejects.toThrow("belongs to another deployment");
  const again = await openOver(address, [batch], today, { ...kept, ...mine });
  expect((await again.size()).members).toBe(600);
  await again.close();
  const newer = await openOver(address, [batchOf(twoPeople)], today, {
    ...mine,
    population: { ...givenMembers([batchOf(twoPeople)]), key: "a newer import" },
  });
  expect((await newer.size()).members).toBe(2);
  await newer.close();
});

test("a change that cannot be is refused, and those beside it are in effect", async () => {
  const engine = await openOver(ownDatabase(cluster, null), [batch], today);
  const nowhere = { type: "moved", ageBand: null, gender: "male", country: "ZZ" } as const;
  const leaving = { type: "left", member: 7 } as const;
  await expect(
    engine.applyAll([{ ...nowhere, member: 5, device: "ios", onSocial: true }, leaving]),
  ).rejects.toThrow(RangeError);
  expect((await engine.size()).members).toBe(599);
  await engine.close();
});
