import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { StartRefusal } from "../start-refusal";

export interface Lock {
  readonly release: () => Promise<void>;
}

/**
 * Takes a folder for this process alone, before the embedded database is opened in it: a second open would lose rows
 * without a word. On Linux the lock is an abstract unix socket, which the kernel frees even after kill -9; elsewhere
 * a file with the holder's process id.
 * @throws StartRefusal that says who holds it.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  return process.platform === "linux" ? lockBySocket(real) : lockByFile(real);
}

/** Another process has the folder open. */
export class FolderInUse extends StartRefusal {}

const heldBy = (folder: string, holder: string) =>
  new FolderInUse(
    `The data folder ${folder} is in use by ${holder}: stop that first, or set NOD_DATA to another folder.`,
  );

async function lockBySocket(folder: string): Promise<Lock> {
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  const address = `\0nod-${digest}`;
  const server = net.createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(`process ${process.pid}`);
  });
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(true) : reject(error),
    );
    server.listen(address, () => resolve(false));
  });
  if (taken) throw heldBy(folder, await askHolder(address));
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function askHolder(address: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = net.connect(address);
    const finish = () => {
      socket.destroy();
      resolve(answer || "another process");
    };
    socket.setTimeout(1000, finish);
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
    });
    socket.on("close", finish);
    socket.on("error", finish);
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Exported for its test: the way of systems without abstract sockets. */
export function lockByFile(folder: string): Lock {
  const file = path.join(/* turbopackIgnore: true */ folder, "lock");
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return {
        release: async () => rmSync(file, { force: true }),
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const pid = Number(readFileSync(file, "utf8"));
    if (isRunning(pid)) throw heldBy(folder, `process ${pid}`);
    rmSync(file, { force: true });
  }
  throw heldBy(folder, "another process");
}
