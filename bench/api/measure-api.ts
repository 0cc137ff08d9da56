import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type LoadTimes, runLoad } from "./load";
import { NextServer } from "./next-server";
import { mixedReads } from "./reads";

export interface ApiResult {
  readonly members: number;
  readonly perSecond: number;
  readonly ours: Served;
  /** A Next route handler that does next to nothing (/api/health), asked by the same client at the same rate. */
  readonly bare: Served;
}

interface Served extends LoadTimes {
  /** Milliseconds on a processor a call, all threads of the server; null where it cannot be told. */
  readonly cpuPerCall: number | null;
}

const perSecond = 200;

/**
 * Mixed reads of the ad API at a steady rate, over HTTP from another process, beside the plainest route handler of the same
 * server. The app is built already.
 */
export async function measureApi(members: number): Promise<ApiResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "nod-bench-api-"));
  const token = randomBytes(24).toString("hex");
  console.log(`${members.toLocaleString("en")} members: ${perSecond} calls a second of the ad API`);
  const server = await NextServer.start(".", 3151, "/api/health", {
    NOD_DATA: folder,
    // Its demo agency has campaigns to read.
    NOD_MODE: "demo",
    NOD_MEMBERS: String(members),
    NOD_DEMO_TOKEN: token,
    NOD_LOG: "warn",
  });
  try {
    const reads = await mixedReads(`${server.url}/graph/v24.0`, token);
    const ours = await serve(server, reads, token);
    const bare = await serve(server, () => `${server.url}/api/health`, token);
    return { members, perSecond, ours, bare };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serve(server: NextServer, address: () => string, token: string): Promise<Served> {
  await runLoad(address, token, { perSecond: perSecond / 2, seconds: 5 });
  const before = server.cpuMs();
  const times = await runLoad(address, token, { perSecond, seconds: 20 });
  const after = server.cpuMs();
  const cpuPerCall = before === null || after === null ? null : (after - before) / times.asked;
  return { ...times, cpuPerCall };
}
