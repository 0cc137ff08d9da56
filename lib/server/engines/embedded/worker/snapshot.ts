import {
  closeSync,
  fstatSync,
  fsync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { promisify } from "node:util";
import type { SnapshotTag } from "../protocol";
import type { Core } from "./core";

/** A snapshot is one page that says what it is (JSON, padded with spaces), then the core's memory as it stood. */
const headerBytes = 4096;
const chunkBytes = 64 * 2 ** 20;
const flushed = promisify(fsync);

interface Header extends SnapshotTag {
  readonly memoryBytes: number;
  readonly checksum: string;
}

/**
 * Writes the memory under a temporary name, then renames it once it is on the disk. The copy is taken before the first
 * await, so changes that arrive while the disk works are not in it. Returns its size in bytes.
 */
export async function saveSnapshot(core: Core, path: string, tag: SnapshotTag): Promise<number> {
  const memoryBytes = (core.wasm.heapTop() >>> 0) & ~7;
  const draft = `${path}.tmp`;
  const file = openSync(draft, "w");
  try {
    const header: Header = { ...tag, memoryBytes, checksum: checksum(core, memoryBytes) };
    writeAll(file, Buffer.from(JSON.stringify(header).padEnd(headerBytes)));
    writeAll(file, core.bytes(0, memoryBytes));
    await flushed(file);
    renameSync(draft, path);
    return headerBytes + memoryBytes;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Fills a fresh core from a snapshot; false when it is torn, foreign or of another time, and the core is then spoilt. */
export function restoreSnapshot(core: Core, path: string, tag: SnapshotTag): boolean {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return false;
  }
  try {
    const header = readHeader(file);
    if (!header || header.identity !== tag.identity || header.position !== tag.position)
      return false;
    if (fstatSync(file).size !== headerBytes + header.memoryBytes) return false;
    growTo(core, header.memoryBytes);
    readAll(file, core.bytes(0, header.memoryBytes));
    return checksum(core, header.memoryBytes) === header.checksum;
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

const checksum = (core: Core, memoryBytes: number): string =>
  BigInt.asUintN(64, core.wasm.checksum(0, memoryBytes)).toString(16);

function readHeader(file: number): Header | null {
  const page = Buffer.alloc(headerBytes);
  if (readSync(file, page, 0, headerBytes, 0) !== headerBytes) return null;
  const header: Partial<Header> = JSON.parse(page.toString("utf8"));
  const { identity, position, memoryBytes, checksum: sum } = header;
  if (typeof identity !== "string" || typeof position !== "number") return null;
  if (typeof memoryBytes !== "number" || typeof sum !== "string") return null;
  return { identity, position, memoryBytes, checksum: sum };
}

function growTo(core: Core, bytes: number): void {
  const missing = bytes - core.wasm.memory.buffer.byteLength;
  if (missing > 0) core.wasm.memory.grow(Math.ceil(missing / 65536));
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(file, bytes, at, Math.min(chunkBytes, bytes.length - at));
  }
}

function readAll(file: number, into: Uint8Array): void {
  for (let at = 0; at < into.length; ) {
    const read = readSync(file, into, at, Math.min(chunkBytes, into.length - at), headerBytes + at);
    if (read === 0) throw new Error("The snapshot ends early.");
    at += read;
  }
}
