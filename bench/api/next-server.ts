import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const next = "node_modules/next/dist/bin/next";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A built Next app, served by a process of its own. */
export class NextServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Resolves when `path` is answered with success. */
  static async start(
    folder: string,
    port: number,
    path: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<NextServer> {
    const args = [next, "start", folder, "--hostname", "127.0.0.1", "--port", String(port)];
    const child = spawn(process.execPath, args, {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: "127.0.0.1",
        NEXT_TELEMETRY_DISABLED: "1",
        ...env,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const server = new NextServer(child, `http://127.0.0.1:${port}`);
    while (child.exitCode === null) {
      const answer = await fetch(server.url + path).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return server;
      await pause(250);
    }
    throw new Error(`The server in ${folder} ended before it answered.`);
  }

  /** Milliseconds on a processor so far, all threads together; null where /proc does not say. */
  cpuMs(): number | null {
    try {
      const stat = readFileSync(`/proc/${this.child.pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // In hundredths of a second: user and system time.
      return 10 * (Number(fields[11]) + Number(fields[12]));
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await ended;
  }
}
