import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

export interface Copied {
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the paths, lengths and contents of all files, in the order of their paths. */
  readonly sha256: string;
}

/** What a folder holds. */
export async function digestFolder(folder: string): Promise<Copied> {
  return walk(folder, null);
}

/** Copies a folder that nobody writes to, and leaves it on the disk: every file is flushed. Empty folders come along. */
export async function copyFolder(from: string, to: string): Promise<Copied> {
  return walk(from, to);
}

async function walk(from: string, to: string | null): Promise<Copied> {
  const digest = createHash("sha256");
  let [files, bytes] = [0, 0];
  if (to) await mkdir(to, { recursive: true });
  for (const name of await listAll(from)) {
    const file = path.join(from, name);
    const info = await stat(file);
    if (info.isDirectory()) {
      digest.update(`folder ${name}\n`);
      if (to) await mkdir(path.join(to, name), { recursive: true });
      continue;
    }
    digest.update(`file ${name} ${info.size}\n`);
    files += 1;
    bytes += info.size;
    const target = to === null ? null : await open(path.join(to, name), "wx", 0o600);
    try {
      await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          digest.update(chunk);
          if (target) await target.appendFile(chunk);
        }
      });
      await target?.datasync();
    } finally {
      await target?.close();
    }
  }
  return { files, bytes, sha256: digest.digest("hex") };
}

/** Paths below a folder, in one order everywhere. */
async function listAll(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.map((name) => name.split(path.sep).join("/")).sort();
}
