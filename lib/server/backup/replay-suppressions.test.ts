import { expect, test } from "vitest";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import { memorySuppressions } from "@/lib/network/consent/memory-suppressions";
import { replaySuppressions } from "./replay-suppressions";

const key = Buffer.alloc(32, 7);
const what = key.toString("base64url");
const [first, second] = ["2026-11-22T12:00:00.000Z", "2026-11-22T12:05:00.000Z"] as const;
const now = new Date("2026-11-23T12:00:00Z");
const stopped = (at?: string): JournalEntry => ({ kind: "suppressed", what, ...(at && { at }) });
const takenBack = (at: string): JournalEntry => ({ kind: "allowed", what, at });

/** Whether somebody is still suppressed once a backup, which had them suppressed at that moment or not at all, is put back. */
async function stands(entries: readonly JournalEntry[], inBackup: string | null) {
  const store = memorySuppressions();
  if (inBackup) await store.add([key], new Date(inBackup));
  await replaySuppressions(store, entries, now);
  return (await store.find([key])).has(0);
}

test("who took back that they stopped a company is found by it after a restore too", async () => {
  expect(await stands([stopped(first), takenBack(first)], null)).toBe(false);
  expect(await stands([takenBack(first)], first)).toBe(false);
});

test("who stopped it again after that is not found, in whatever order the two were written down", async () => {
  const again = [stopped(second), takenBack(first)];
  for (const entries of [again, [...again].reverse(), [stopped(first), ...again]]) {
    expect(await stands(entries, null)).toBe(true);
    expect(await stands(entries, first)).toBe(true);
  }
});

test("who never took it back is not found, whichever version wrote it down", async () => {
  expect(await stands([stopped(first)], null)).toBe(true);
  expect(await stands([stopped()], null)).toBe(true);
  expect(await stands([stopped(), takenBack(first)], null)).toBe(true);
  expect(await stands([], first)).toBe(true);
});
