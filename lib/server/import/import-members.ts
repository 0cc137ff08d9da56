import type { SuppressionStore } from "@/lib/network/consent/suppression";
import { chunkLines, type LineChunk } from "./chunk-lines";
import type { ChunkReaders } from "./chunk-readers";
import type { ImportState, ImportStore, NextNumbers } from "./import-store";
import type { Source } from "./open-source";
import type { ChunkRows, ChunkTask } from "./read-chunk";
import type { ReportFile } from "./report-file";
import { withoutSuppressed } from "./without-suppressed";

export interface ImportContext {
  readonly store: ImportStore;
  readonly source: Source;
  readonly readers: ChunkReaders;
  readonly report: ReportFile;
  readonly pepper: string;
  readonly suppressions: SuppressionStore;
  readonly now: () => Date;
  readonly onProgress: (state: ImportState) => void;
}

interface Reading {
  readonly chunk: LineChunk;
  readonly task: ChunkTask;
  readonly rows: Promise<ChunkRows>;
}

/**
 * Imports the rest of a source, from where `state` says it stands. Chunks are read ahead by the readers' threads and committed one
 * by one in the order of the lines, so that killing the process at any moment loses nothing but time. Memory is bounded
 * by the chunks on their way: one more than there are threads. When the source fails, what came before is committed and the
 * source's error thrown.
 */
export async function importMembers(ctx: ImportContext, from: ImportState): Promise<ImportState> {
  const { store, source, readers, report } = ctx;
  const chunks = chunkLines(source.read(from.bytes), from);
  const ahead: Reading[] = [];
  let state = from;
  let next = await store.nextNumbers();
  let ended = false;
  let failure: unknown = null;

  async function readAhead(): Promise<void> {
    while (!ended && ahead.length <= readers.threads) {
      try {
        const { value: chunk, done } = await chunks.next();
        ended = done === true;
        if (!chunk) return;
        const { text, firstLine, tooLong } = chunk;
        const task = { text, firstLine, tooLong, today: from.day, pepper: ctx.pepper };
        const first = { ...task, knownIds: [] };
        const rows = readers.read(first);
        // Awaited in its turn; a failure until then must not end the process.
        rows.catch(() => undefined);
        ahead.push({ chunk, task: first, rows });
      } catch (error) {
        ended = true;
        failure = error;
      }
    }
  }

  /** Reads a chunk again when the database has met some of its people before. */
  async function settle({ task, rows }: Reading): Promise<ChunkRows> {
    const read = await rows;
    const knownIds = await store.listKnown(read.ids);
    return knownIds.length === 0 ? read : readers.read({ ...task, knownIds });
  }

  await readAhead();
  for (let one = ahead.shift(); one; one = ahead.shift()) {
    const reading = readAhead();
    const rows = await withoutSuppressed(ctx.suppressions, ctx.pepper, await settle(one));
    state = stateAfter(state, one.chunk, rows, await report.add(rows.report));
    await store.commit(rows, next, state);
    next = numbersAfter(next, rows);
    ctx.onProgress(state);
    await reading;
  }
  if (failure !== null) throw failure;
  await store.finish(state.id, ctx.now());
  return state;
}

const numbersAfter = ({ member, leaf }: NextNumbers, rows: ChunkRows): NextNumbers => ({
  member: member + rows.members,
  leaf: leaf + rows.leaves,
});

function stateAfter(
  state: ImportState,
  chunk: LineChunk,
  rows: ChunkRows,
  reportBytes: number,
): ImportState {
  const reasons: Record<string, number> = { ...state.reasons };
  for (const [reason, count] of Object.entries(rows.reasons)) {
    reasons[reason] = (reasons[reason] ?? 0) + count;
  }
  return {
    ...state,
    lines: state.lines + chunk.lines,
    bytes: chunk.end,
    members: state.members + rows.members,
    reasons,
    reportBytes,
  };
}
