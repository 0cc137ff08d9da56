import { expect, test } from "vitest";
import type { MemberChange } from "@/lib/network/reach/engine";
import { storesUnderTest } from "../store/testing";
import { appendToLog, logEnd, readLog } from "./member-log";

const at = new Date("2026-11-20T09:00:00Z");
const left = (member: number): MemberChange => ({ type: "left", member });
const asWritten = async (changes: readonly MemberChange[]) => changes;

for (const under of storesUnderTest()) {
  test(`${under.name}: whoever reads on from where they stood misses no change, however many write at once`, async () => {
    const db = await under.empty();
    const seen: number[] = [];
    let position = 0;
    let writing = true;
    const reader = (async () => {
      while (writing) {
        for await (const page of readLog(db, asWritten, position)) {
          seen.push(...page.changes.map(({ member }) => member));
          position = page.position;
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    // A long transaction takes its first numbers long before it commits; short ones begin and end meanwhile.
    const members = Array.from({ length: 12_100 }, (_, member) => member);
    const long = appendToLog(db, [{ changes: members.slice(100).map(left), at }]);
    for (const member of members.slice(0, 100)) {
      await appendToLog(db, [{ changes: [left(member)], at }]);
    }
    await long;
    const end = await logEnd(db);
    while (position < end) await new Promise((resolve) => setTimeout(resolve, 5));
    writing = false;
    await reader;
    expect(seen.toSorted((a, b) => a - b)).toEqual(members);
  });

  test(`${under.name}: a log is read in order, from after one position up to another`, async () => {
    const db = await under.empty();
    const first = await appendToLog(db, [
      { changes: [left(1), left(2)], at },
      { changes: [left(3)], at },
    ]);
    const second = await appendToLog(db, [{ changes: [left(4)], at }]);
    await appendToLog(db, [{ changes: [left(5)], at }]);
    const pages = async (after: number, upTo?: number) => {
      const found: number[] = [];
      for await (const page of readLog(db, asWritten, after, upTo)) {
        found.push(...page.changes.map(({ member }) => member));
      }
      return found;
    };
    expect(await pages(0)).toEqual([1, 2, 3, 4, 5]);
    expect(await pages(first)).toEqual([4, 5]);
    expect(await pages(0, second)).toEqual([1, 2, 3, 4]);
    expect(await pages(second, second)).toEqual([]);
  });
}
