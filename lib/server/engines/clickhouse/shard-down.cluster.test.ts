import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateMembers } from "@/lib/network/population/generate-members";
import { membersOf } from "@/lib/network/population/member-at";
import { arbitraryToday } from "@/lib/network/reach/arbitraries";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { everyone } from "@/lib/network/reach/expression";
import { referenceEngine } from "@/lib/network/reach/reference-engine";
import { StartRefusal } from "../../start-refusal";
import type { ClickhouseEngine } from "./clickhouse-engine";
import { openNodes } from "./nodes";
import { type Cluster, openOver, ownDatabase, startNodes } from "./testing";

const today = () => arbitraryToday;
const batch = generateMembers({ seed: 5, first: 0, count: 400, today: arbitraryToday });
const members = membersOf(batch);
const sentence = "Part of the reach engine is not answering. Nothing is counted until it is back.";
const withdrawals = members.slice(0, 64).map(
  ({ number: member }) =>
    ({
      type: "consent",
      member,
      purpose: "relevant_ads",
      recipient: "messenger",
      given: false,
    }) as const,
);

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startNodes(2);
});
afterAll(() => cluster.stop());

/** Every question that adds up people. */
const questions = (engine: ClickhouseEngine): readonly (() => Promise<unknown>)[] => [
  () => engine.count(everyone),
  () => engine.cells(everyone, ["country"]),
  () => engine.cells(everyone, ["age", "device"]),
  () => engine.overlap([everyone, { ...everyone, genders: ["female"] }]),
  () => engine.deliver(everyone, "1", [{ day: arbitraryToday, meanPerPerson: 1 }]),
  () => engine.size(),
];

async function answersNothing(engine: ClickhouseEngine) {
  for (const ask of questions(engine)) {
    const refusal = await ask().then(
      (answer) => ({ answer }),
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(EngineUnavailable);
    expect(refusal).toHaveProperty("message", sentence);
  }
}

test.each([
  ["the cluster", (nodes: Cluster) => ownDatabase(nodes)],
  ["each shard", (nodes: Cluster) => ownDatabase(nodes, null)],
])(
  "one shard down is an error, never half an answer, when %s is asked; a withdrawal meanwhile is in the first answer after",
  async (_, addressOf) => {
    const engine = await openOver(addressOf(cluster), [batch], today);
    const reference = referenceEngine(members, today);
    expect(await engine.count(everyone)).toBe(await reference.count(everyone));
    await cluster.kill(1);
    try {
      // Another question than the one whose whole answer is still known.
      const devices = ["ios"] as const;
      await answersNothing({ ...engine, count: () => engine.count({ ...everyone, devices }) });
      for (const change of withdrawals) {
        await engine.apply(change);
        await reference.apply(change);
      }
      await answersNothing(engine);
    } finally {
      await cluster.revive(1);
    }
    expect(await engine.count(everyone)).toBe(await reference.count(everyone));
    expect((await engine.size()).members).toBe(members.length);
    await engine.close();
  },
);

test("a withdrawal between two questions is in the second", async () => {
  const engine = await openOver(ownDatabase(cluster), [batch], today);
  const reference = referenceEngine(members, today);
  for (const change of withdrawals.slice(0, 8)) {
    expect(await engine.count(everyone)).toBe(await reference.count(everyone));
    await engine.apply(change);
    await reference.apply(change);
  }
  expect(await engine.count(everyone)).toBe(await reference.count(everyone));
  await engine.close();
});

test.each([
  ["lost its tables", (database: string) => `DROP DATABASE ${database} SYNC`],
  ["holds another load", (database: string) => `TRUNCATE TABLE ${database}.standing`],
])("a shard that %s is an error, never nobody", async (_, damage) => {
  for (const address of [ownDatabase(cluster), ownDatabase(cluster, null)]) {
    const engine = await openOver(address, [batch], today);
    const nodes = openNodes(address, 15_000);
    await nodes.run(1, damage(address.database));
    await nodes.close();
    await answersNothing(engine);
    await engine.close();
  }
});

test("a wrong password is refused at the start in one line that names the server and not the password", async () => {
  const address = ownDatabase(cluster);
  const [first, second] = address.nodes;
  if (!first || !second) throw new Error("Two nodes were started.");
  const wrong = { ...address, nodes: [first, { ...second, password: "hunter2" }] };
  const refusal = await openOver(wrong, [batch], today).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect(refusal).toHaveProperty("message", expect.stringContaining(second.url));
  expect(refusal).toHaveProperty("message", expect.not.stringMatching(/hunter2|\n/));
});

test("a server that takes the question and never answers is refused after the time it has", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const place = silent.address();
  const port = typeof place === "object" ? place?.port : 0;
  const address = {
    ...ownDatabase(cluster),
    nodes: [{ url: `http://127.0.0.1:${port}`, user: "default", password: "" }],
  };
  const refused = openOver(address, [batch], today, { askMs: 200 });
  await expect(refused).rejects.toThrow(`http://127.0.0.1:${port}`);
  silent.close();
});
