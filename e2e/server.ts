import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A server of a spec's own, which it may kill. */
export class OwnServer {
  private child: ChildProcess | null = null;

  constructor(
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it answers that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...process.env, HOST: "127.0.0.1", PORT: String(this.port), ...this.env },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    this.child = child;
    let said = "";
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said.includes("is ready at")) return;
    }
    throw new Error(`The server ended before it was ready: ${said}`);
  }

  /** As the power button does: the server and all it started, without a word. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child?.pid || child.exitCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid, signal);
    await ended;
  }
}
