import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { JournalEntry } from "@/lib/network/consent/journal-entry";
import { testPepper } from "../signals/testing";
import { journalFile, markJournal, openJournal, readJournalAfter } from "./journal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nod-journal-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const charged = (units: number): JournalEntry => ({
  ...{ kind: "charged", workspace: "w1", use: "question", day: "2026-11-20" },
  ...{ units, questions: 0 },
});

it("a line that a full disk cut in half takes nothing from the lines after it", async () => {
  const journal = await openJournal(folder, testPepper);
  const mark = await markJournal(folder);
  await journal.noteEntries([charged(1)]);

  const other = await open(journalFile(folder), "a");
  const files: FileHandle = Object.getPrototypeOf(other);
  vi.spyOn(files, "appendFile").mockImplementationOnce(async (text) => {
    await other.write(String(text).slice(0, 40));
    throw new Error("ENOSPC");
  });
  await expect(journal.noteEntries([charged(2)])).rejects.toThrow("ENOSPC");
  await other.close();

  await journal.noteEntries([charged(3)]);
  await journal.noteEntries([charged(4)]);
  await journal.close();
  if (!mark) throw new Error("There is a journal.");
  const entries = await readJournalAfter(folder, testPepper, mark);
  expect(entries).toEqual([charged(1), charged(3), charged(4)]);
});
