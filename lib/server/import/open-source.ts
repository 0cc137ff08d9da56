import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { StartRefusal } from "../start-refusal";

/** A text to import: a file, a compressed file, or what comes by stdin. */
export interface Source {
  readonly name: string;
  /** Names the file by its content, so that an import can go on where it was stopped; null for stdin. */
  readonly key: string | null;
  /** Bytes as stored; null when nobody knows. */
  readonly size: number | null;
  /** Bytes as stored that have been read so far. */
  readonly consumed: () => number;
  /** The text from a byte on, decompressed; once. */
  readonly read: (from: number) => AsyncIterable<Uint8Array>;
}

const edgeBytes = 1024 * 1024;
const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** @throws StartRefusal when the file cannot be read. */
export const openSource = (name: string, stdin: AsyncIterable<Uint8Array>): Promise<Source> =>
  name === "-" ? Promise.resolve(openStdin(stdin)) : openFile(name);

async function openFile(file: string): Promise<Source> {
  const { key, size, gzip } = await look(file);
  let consumed = 0;
  return {
    name: path.basename(file),
    key,
    size,
    consumed: () => consumed,
    read(from) {
      consumed = gzip ? 0 : from;
      const stored = createReadStream(file, { start: consumed, highWaterMark: edgeBytes });
      const counted = counting(stored, (bytes) => {
        consumed += bytes;
      });
      return gzip ? skipping(gunzipped(counted), from) : counted;
    },
  };
}

/** Both ends and the size: reading all of a large file to name it would take as long as importing it. */
async function look(file: string) {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, "r");
    const stat = await handle.stat();
    if (!stat.isFile()) throw new StartRefusal(`${file} is not a file.`);
    const edge = Math.min(edgeBytes, stat.size);
    const head = Buffer.alloc(edge);
    const tail = Buffer.alloc(edge);
    await handle.read(head, 0, edge, 0);
    await handle.read(tail, 0, edge, stat.size - edge);
    const digest = createHash("sha256").update(`${stat.size} `).update(head).update(tail);
    return { key: digest.digest("hex").slice(0, 32), size: stat.size, gzip: isGzip(head) };
  } catch (error) {
    if (error instanceof StartRefusal || !(error instanceof Error)) throw error;
    throw new StartRefusal(`${file} cannot be read: ${error.message}.`);
  } finally {
    await handle?.close();
  }
}

function openStdin(stdin: AsyncIterable<Uint8Array>): Source {
  let consumed = 0;
  async function* read(): AsyncIterable<Uint8Array> {
    const pieces = counting(stdin, (bytes) => {
      consumed += bytes;
    });
    const first = await pieces.next();
    if (first.done) return;
    const stored = putBack(first.value, pieces);
    yield* isGzip(first.value) ? gunzipped(stored) : stored;
  }
  return { name: "stdin", key: null, size: null, consumed: () => consumed, read };
}

async function* putBack(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first;
  yield* rest;
}

async function* counting(
  pieces: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}

async function* skipping(pieces: AsyncIterable<Uint8Array>, bytes: number) {
  let left = bytes;
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}

/** @throws StartRefusal when the compressed data are cut short or damaged; everything before is given first. */
async function* gunzipped(stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const text = createGunzip({ chunkSize: 256 * 1024 });
  pipeline(Readable.from(stored), text, () => undefined);
  try {
    yield* text;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /^Z_/.test(String(error.code)))) throw error;
    throw new StartRefusal("The compressed data are cut short or damaged.");
  }
}
