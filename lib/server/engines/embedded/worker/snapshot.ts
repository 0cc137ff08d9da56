import { createHash } from "node:crypto";
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
import { z } from "zod/mini";
import type { SnapshotTag } from "../protocol";
import type { Core } from "./core";

/**
 * A snapshot is one page that says what it is (JSON, padded with spaces), then the core's memory as it stood, then the ids of
 * its companies (JSON), whose lists are numbered in that order.
 */
const headerBytes = 4096;
const chunkBytes = 64 * 2 ** 20;
const flushed = promisify(fsync);

const headerShape = z.object({
  identity: z.string(),
  position: z.number(),
  memoryBytes: z.number(),
  checksum: z.string(),
  companyBytes: z.number(),
  /** Hash of the ids as they are written. */
  companies: z.string(),
});
type Header = z.infer<typeof headerShape>;

/**
 * Writes the memory under a temporary name, then renames it once it is on the disk. The copy is taken before the first
 * await, so changes that arrive while the disk works are not in it. Returns its size in bytes.
 */
export async function saveSnapshot(core: Core, path: string, tag: SnapshotTag): Promise<number> {
  const memoryBytes = (core.wasm.heapTop() >>> 0) & ~7;
  const draft = `${path}.tmp`;
  const file = openSync(draft, "w");
  try {
    const companies = Buffer.from(JSON.stringify(core.companies.ids));
    const header: Header = {
      identity: tag.identity,
      position: tag.position,
      memoryBytes,
      checksum: checksum(core, memoryBytes),
      companyBytes: companies.length,
      companies: hashOf(companies),
    };
    writeAll(file, Buffer.from(JSON.stringify(header).padEnd(headerBytes)));
    writeAll(file, core.bytes(0, memoryBytes));
    writeAll(file, companies);
    await flushed(file);
    renameSync(draft, path);
    return headerBytes + memoryBytes + companies.length;
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
    const { memoryBytes, companyBytes } = header;
    if (fstatSync(file).size !== headerBytes + memoryBytes + companyBytes) return false;
    const companies = Buffer.alloc(companyBytes);
    readAll(file, headerBytes + memoryBytes, companies);
    if (hashOf(companies) !== header.companies) return false;
    growTo(core, memoryBytes);
    readAll(file, headerBytes, core.bytes(0, memoryBytes));
    core.companies.start(z.array(z.string()).parse(JSON.parse(companies.toString("utf8"))));
    return checksum(core, memoryBytes) === header.checksum;
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const checksum = (core: Core, memoryBytes: number): string =>
  BigInt.asUintN(64, core.wasm.checksum(0, memoryBytes)).toString(16);

function readHeader(file: number): Header | null {
  const page = Buffer.alloc(headerBytes);
  if (readSync(file, page, 0, headerBytes, 0) !== headerBytes) return null;
  const header = headerShape.safeParse(JSON.parse(page.toString("utf8")));
  return header.success ? header.data : null;
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

function readAll(file: number, from: number, into: Uint8Array): void {
  for (let at = 0; at < into.length; ) {
    const read = readSync(file, into, at, Math.min(chunkBytes, into.length - at), from + at);
    if (read === 0) throw new Error("The snapshot ends early.");
    at += read;
  }
}
