/** Lines that are read, kept and committed together. */
export interface LineChunk {
  /** Counted from 1, in the whole text. */
  readonly firstLine: number;
  readonly lines: number;
  /** The lines with their line ends; one that is too long is left empty. */
  readonly text: Uint8Array;
  /** Which lines of the chunk are too long, counted from 0. */
  readonly tooLong: readonly number[];
  /** Bytes of the whole text up to the end of the chunk. */
  readonly end: number;
}

export interface ChunkLimits {
  readonly lines: number;
  readonly bytes: number;
  readonly lineBytes: number;
}
const usualLimits: ChunkLimits = { lines: 4096, bytes: 8 * 1024 * 1024, lineBytes: 64 * 1024 };

const newline = 10;
const lineEnd = Uint8Array.of(newline);

/** Collects lines piece by piece; never more of a line than a line may have. */
class ChunkBuilder {
  private parts: Uint8Array[] = [];
  private size = 0;
  private tooLong: number[] = [];
  private line: Uint8Array[] = [];
  private lineSize = 0;
  private taken: number;
  private finished: number;
  private done: number;
  lines = 0;

  constructor(
    from: { readonly lines: number; readonly bytes: number },
    private readonly limits: ChunkLimits,
  ) {
    this.taken = from.bytes;
    this.finished = from.bytes;
    this.done = from.lines;
  }

  get isFull(): boolean {
    return this.lines >= this.limits.lines || this.size >= this.limits.bytes;
  }

  /** A piece of one line, with its end or without. */
  take(piece: Uint8Array): void {
    this.lineSize += piece.length;
    this.taken += piece.length;
    if (this.lineSize <= this.limits.lineBytes) this.line.push(piece);
    else this.line = [];
    if (piece[piece.length - 1] === newline) this.endLine();
  }

  /** The last line of a text may lack its end. */
  endText(): void {
    if (this.lineSize > 0) this.endLine();
  }

  private endLine(): void {
    if (this.lineSize > this.limits.lineBytes) {
      this.tooLong.push(this.lines);
      this.line = [lineEnd];
      this.lineSize = lineEnd.length;
    }
    this.parts.push(...this.line);
    this.size += this.lineSize;
    this.lines += 1;
    this.line = [];
    this.lineSize = 0;
    this.finished = this.taken;
  }

  endChunk(): LineChunk {
    const { done, lines, tooLong, finished: end } = this;
    const text = Buffer.concat(this.parts, this.size);
    this.done += lines;
    this.parts = [];
    this.size = 0;
    this.lines = 0;
    this.tooLong = [];
    return { firstLine: done + 1, lines, text, tooLong, end };
  }
}

/**
 * Cuts a text into chunks of whole lines; where depends on the text and on `from` only, never on the pieces it comes in. Holds one
 * chunk at a time. When the source fails, what came whole before is given first.
 */
export async function* chunkLines(
  source: AsyncIterable<Uint8Array>,
  from: { readonly lines: number; readonly bytes: number },
  limits: ChunkLimits = usualLimits,
): AsyncGenerator<LineChunk> {
  const builder = new ChunkBuilder(from, limits);
  let failure: unknown = null;
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length; ) {
        const end = piece.indexOf(newline, at) + 1 || piece.length;
        builder.take(piece.subarray(at, end));
        at = end;
        if (builder.isFull) yield builder.endChunk();
      }
    }
    builder.endText();
  } catch (error) {
    failure = error;
  }
  if (builder.lines > 0) yield builder.endChunk();
  if (failure !== null) throw failure;
}
