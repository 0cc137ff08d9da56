import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { lockFolder } from "@/lib/server/db/lock";
import { type Env, parseEnv } from "@/lib/server/env";
import { StartRefusal } from "@/lib/server/start-refusal";

/** Refuses what would only fail after a build: a wrong value, a taken port, a locked or unwritable folder, a full disk. */
async function preflight(): Promise<void> {
  const env = parseEnv(process.env);
  await refuseTakenPort(env);
  refuseUnwritable(env.dataDir);
  const lock = await lockFolder(env.dataDir);
  await lock.release();
}

function refuseTakenPort({ host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? `Port ${port} on ${host} is taken: stop what runs there, or set PORT to another number.`
          : `Nod cannot listen on ${host}:${port} (${error.code}): set HOST and PORT to an address of this machine.`;
      reject(new StartRefusal(why));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function refuseUnwritable(folder: string): void {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "x".repeat(4096));
    rmSync(probe);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "unknown";
    const why =
      code === "ENOSPC"
        ? `The disk that holds ${folder} is full: free some space, or set NOD_DATA to a folder on another disk.`
        : `The data folder ${folder} cannot be written (${code}): mend its permissions, or set NOD_DATA to another folder.`;
    throw new StartRefusal(why);
  }
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((Number(bavail) * Number(bsize)) / 2 ** 20);
  if (megabytes < 500) {
    throw new StartRefusal(
      `The disk that holds ${folder} has ${megabytes} MB left and Nod needs 500: free some space, or set NOD_DATA to a folder on another disk.`,
    );
  }
}

preflight().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error);
  process.exit(1);
});
