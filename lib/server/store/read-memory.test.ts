import { expect, it, vi } from "vitest";
import { createReadMemory, memoryOf, rememberReads } from "./read-memory";

const topic = "ad objects";

it("asks the same question once until something of its topic is written", async () => {
  const memory = createReadMemory();
  let asked = 0;
  const ask = (question: string) => memory.read(topic, question, async () => ++asked);
  expect([await ask("a"), await ask("a"), await ask("b")]).toEqual([1, 1, 2]);
  await memory.write("ad tokens", async () => {});
  expect(await ask("a")).toBe(1);
  await memory.write(topic, async () => {});
  expect(await ask("a")).toBe(3);
});

it("does not remember what was read while somebody wrote", async () => {
  const memory = createReadMemory();
  let stored = "old";
  let commit = () => {};
  const writing = memory.write(topic, async () => {
    await new Promise<void>((resolve) => {
      commit = resolve;
    });
    stored = "new";
  });
  expect(await memory.read(topic, "a", async () => stored)).toBe("old");
  commit();
  await writing;
  expect(await memory.read(topic, "a", async () => stored)).toBe("new");
});

it("remembers neither what failed nor what failed to be written", async () => {
  const memory = createReadMemory();
  const failing = async () => Promise.reject(new Error("away"));
  await expect(memory.read(topic, "a", failing)).rejects.toThrow("away");
  expect(await memory.read(topic, "a", async () => 1)).toBe(1);
  await expect(memory.write(topic, failing)).rejects.toThrow("away");
  expect(await memory.read(topic, "a", async () => 2)).toBe(2);
});

it("does not grow without end", async () => {
  const memory = createReadMemory();
  let asked = 0;
  for (let i = 0; i <= 5_000; i += 1) await memory.read(topic, i, async () => ++asked);
  await memory.read(topic, 0, async () => ++asked);
  expect(asked).toBe(5_002);
});

it("is only there for a database that was said to be this process's own", async () => {
  const shared = {} as Parameters<typeof memoryOf>[0];
  let asked = 0;
  const ask = () => memoryOf(shared).read(topic, "a", async () => ++asked);
  expect([await ask(), await ask()]).toEqual([1, 2]);
});

it("keeps nothing that is large, and forgets what is too much together", async () => {
  const memory = createReadMemory();
  let asked = 0;
  const ask = (question: number, bytes: number) =>
    memory.read(topic, question, async () => {
      asked += 1;
      return [{ data: "x".repeat(bytes / 2) }];
    });
  await ask(0, 3_000_000);
  await ask(0, 3_000_000);
  expect(asked).toBe(2);
  for (let question = 1; question <= 100; question += 1) await ask(question, 1_000_000);
  asked = 0;
  for (let question = 100; question > 0; question -= 1) await ask(question, 1_000_000);
  expect(asked).toBeGreaterThan(20);
  asked = 0;
  await ask(1, 1_000_000);
  expect(asked).toBe(0);
});

it("is one for all parts of the server that were bundled apart, so that each hears of the others' writes", async () => {
  const db = {} as Parameters<typeof memoryOf>[0];
  rememberReads(db);
  vi.resetModules();
  const elsewhere = await import("./read-memory");
  expect(elsewhere.memoryOf).not.toBe(memoryOf);
  let revoked = false;
  const mayCall = () => memoryOf(db).read("ad tokens", "hash", async () => !revoked);
  expect(await mayCall()).toBe(true);
  await elsewhere.memoryOf(db).write("ad tokens", async () => {
    revoked = true;
  });
  expect(await mayCall()).toBe(false);
});
