import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { folderProblem } from "../db/open-embedded";

/** The report of refused lines and dropped parts, one JSON object a line. */
export interface ReportFile {
  readonly path: string;
  /** Appends lines; answers the length of the file after it. */
  add(lines: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the report to go on after `length` bytes: what was written beyond them belongs to lines that are read again. It holds ids of
 * people, so nobody but this account may read it.
 * @throws StartRefusal when it cannot be written.
 */
export async function openReport(file: string, length: number): Promise<ReportFile> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, "a+", 0o600);
    // Cutting a file that somebody removed or shortened would fill it with zeros.
    let size = Math.min(length, (await handle.stat()).size);
    await handle.truncate(size);
    return {
      path: file,
      async add(lines) {
        if (lines !== "") await handle.appendFile(lines);
        size += Buffer.byteLength(lines);
        return size;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    throw folderProblem(path.dirname(file), error) ?? error;
  }
}
