import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import path from "node:path";
import {
  type JournalEntry,
  journalEntries,
  journalLine,
  readJournalLine,
} from "@/lib/network/consent/journal-entry";
import type { MemberChange } from "@/lib/network/reach/engine";
import { folderProblem } from "../db/open-embedded";
import { StartRefusal } from "../start-refusal";

/** Withdrawals and deletions, beside the database and not in it: they survive its loss, and a restored backup hears of them. */
export interface Journal {
  /** Resolves when what the changes take away is on the disk; call it before they are committed. */
  note(changes: readonly MemberChange[]): Promise<void>;
  noteEntries(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
}

export const journalFile = (dataDir: string): string =>
  path.join(/* turbopackIgnore: true */ dataDir, "journal", "taken-away.log");

/** Opens the journal of a data folder to append; makes it on the first start. */
export async function openJournal(dataDir: string, pepper: string): Promise<Journal> {
  const file = journalFile(dataDir);
  const handle = await openToAppend(file);
  let line: Promise<unknown> = Promise.resolve();
  /** The last write failed and may have left half a line. */
  let torn = false;

  /** One after the other, so that no line lies inside another. */
  const append = (text: string): Promise<void> => {
    const turn = line.then(async () => {
      const whole = torn ? `\n${text}` : text;
      torn = true;
      await handle.appendFile(whole);
      await handle.datasync();
      torn = false;
    });
    line = turn.catch(() => undefined);
    return turn;
  };
  const noteEntries = async (entries: readonly JournalEntry[]): Promise<void> => {
    if (entries.length > 0) await append(entries.map((one) => journalLine(pepper, one)).join(""));
  };
  try {
    const { size } = await handle.stat();
    if (size === 0) await append(`nod-journal ${randomUUID()}\n`);
    // A line that a crash cut off was never acknowledged; the next one must not begin inside it.
    else if (!(await endsWithLine(file))) await append("\n");
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    note: (changes) => noteEntries(journalEntries(pepper, changes)),
    noteEntries,
    async close() {
      await line;
      await handle.close();
    },
  };
}

async function openToAppend(file: string): Promise<FileHandle> {
  const folder = path.dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await open(file, "a", 0o600);
  } catch (error) {
    throw folderProblem(folder, error) ?? error;
  }
}

const endsWithLine = async (file: string): Promise<boolean> =>
  (await readFile(file)).at(-1) === 0x0a;

/** Up to where a journal had been written. */
export interface JournalMark {
  readonly id: string;
  readonly bytes: number;
}

/** null: there is no journal. */
export async function markJournal(dataDir: string): Promise<JournalMark | null> {
  const text = await readOrNull(journalFile(dataDir));
  if (text === null) return null;
  return { id: idOf(text), bytes: text.length };
}

/**
 * What was noted after a mark, oldest first.
 * @throws StartRefusal when the journal is missing, is another one, is shorter than it was, or has lines that this deployment did not write.
 */
export async function readJournalAfter(
  dataDir: string,
  pepper: string,
  mark: JournalMark,
): Promise<readonly JournalEntry[]> {
  const file = journalFile(dataDir);
  const text = await readOrNull(file);
  if (text === null) throw new StartRefusal(withoutIt(file));
  if (idOf(text) !== mark.id || text.length < mark.bytes) {
    throw new StartRefusal(
      `The journal ${file} is not the one that went on from this backup: put that one back, or leave out what was withdrawn since with --without-journal.`,
    );
  }
  const lines = text.subarray(mark.bytes).toString("utf8").split("\n");
  const last = lines.length - 1;
  return lines.flatMap((line, i) => {
    if (line === "") return [];
    const entry = readJournalLine(pepper, line);
    if (entry) return [entry];
    // The last one was cut off by a crash, and so was one before an empty line that the next start began.
    if (i === last || isCutOff(line)) return [];
    throw new StartRefusal(
      `The journal ${file} has a line that this deployment did not write, or NOD_PEPPER is another one: nothing was restored.`,
    );
  });
}

/** A whole line ends with its entry's brace. */
const isCutOff = (line: string): boolean => !line.endsWith("}");

const withoutIt = (file: string): string =>
  `There is no journal at ${file}: what people withdrew and deleted since the backup would come back. Put it back, or restore without it with --without-journal.`;

const idOf = (text: Buffer): string =>
  text.subarray(0, Math.max(0, text.indexOf("\n"))).toString("utf8");

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
