import { expect, test, vi } from "vitest";
import type { MemberChange } from "@/lib/network/reach/engine";
import type { Database } from "../db/database";
import type { Written } from "./member-log";
import { recordChanges } from "./record-changes";

const at = new Date("2026-11-20T09:00:00Z");
const left = (member: number): MemberChange => ({ type: "left", member });

/** A database and an engine in memory; `fault` is asked before each transaction. */
function world(fault: () => "before" | "after" | null = () => null) {
  const rows: MemberChange[] = [];
  const told: MemberChange[] = [];
  const transactions: number[] = [];
  async function append(entries: readonly Written[]): Promise<number> {
    await Promise.resolve();
    const what = fault();
    if (what === "before") throw new Error("The connection is gone.");
    rows.push(...entries.flatMap(({ changes }) => changes));
    transactions.push(entries.length);
    if (what === "after") throw new Error("The connection is gone.");
    return rows.length;
  }
  const recorder = recordChanges({
    append,
    async decide(work) {
      const decided = await work({} as Database);
      return { ...decided, position: await append([{ changes: decided.changes, at }]) };
    },
    end: async () => rows.length,
    async *read(after: number) {
      if (rows.length > after) yield { position: rows.length, changes: rows.slice(after) };
    },
    async applyAll(changes) {
      told.push(...changes);
      if (changes.some(({ member }) => member === 13)) throw new RangeError("Nobody is 13.");
    },
    position: 0,
  });
  return { recorder, rows, told, transactions };
}

test("changes are written before the engine is told, in the order in which they were recorded", async () => {
  const { recorder, rows, told } = world();
  await Promise.all([1, 2, 3, 4].map((member) => recorder.record([left(member)], at)));
  expect(rows.map(({ member }) => member)).toEqual([1, 2, 3, 4]);
  expect(told).toEqual(rows);
  expect(recorder.position).toBe(4);
});

test("who comes while a transaction runs shares the next one", async () => {
  const { recorder, transactions } = world();
  await Promise.all(Array.from({ length: 50 }, (_, i) => recorder.record([left(i + 100)], at)));
  expect(transactions).toEqual([1, 49]);
});

test("a transaction that failed is told to whoever waited for it, and to nobody else", async () => {
  let faults = 1;
  const { recorder, told } = world(() => (faults-- > 0 ? "before" : null));
  await expect(recorder.record([left(1)], at)).rejects.toThrow("connection");
  await recorder.record([left(2)], at);
  expect(told).toEqual([left(2)]);
  expect(recorder.position).toBe(1);
});

test("a change that was committed although its transaction seemed to fail reaches the engine, before the next one", async () => {
  let faults = 1;
  const { recorder, told } = world(() => (faults-- > 0 ? "after" : null));
  await expect(recorder.record([left(1)], at)).rejects.toThrow("connection");
  await vi.waitFor(() => expect(told).toEqual([left(1)]));
  expect(recorder.position).toBe(1);
  await recorder.record([left(2)], at);
  expect(told).toEqual([left(1), left(2)]);
  expect(recorder.position).toBe(2);
});

test("a change that no engine can hold is refused to its caller alone", async () => {
  const { recorder } = world();
  const [first, second, third] = await Promise.allSettled([
    recorder.record([left(1)], at),
    recorder.record([left(13)], at),
    recorder.record([left(2)], at),
  ]);
  expect([first?.status, second?.status, third?.status]).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(recorder.position).toBe(3);
});

test("what is decided in a transaction of its own keeps its turn among what is recorded", async () => {
  const { recorder, told, transactions } = world();
  const [, value] = await Promise.all([
    recorder.record([left(1)], at),
    recorder.decide(async () => ({ changes: [left(2)], at, value: "decided" })),
    recorder.record([left(3)], at),
  ]);
  expect(value).toBe("decided");
  expect(told).toEqual([left(1), left(2), left(3)]);
  expect(transactions).toEqual([1, 1, 1]);
});

test("closing waits for what was recorded", async () => {
  const { recorder, told } = world();
  const recorded = recorder.record([left(1)], at);
  await recorder.close();
  expect(told).toEqual([left(1)]);
  await recorded;
});
