import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readPopulation } from "@/lib/server/population-facts";
import { startRuntime } from "@/lib/server/start-runtime";
import type { LiveResult } from "../results";
import { measureDelivery } from "./measure-delivery";
import { measureTyping } from "./measure-typing";
import { measureWithdrawals } from "./measure-withdrawals";

const secret = () => randomBytes(32).toString("hex");

/** Starts everything that a server holds, on a folder of its own, and measures what depends on all of it. */
export async function measureLive(members: number): Promise<LiveResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "nod-bench-live-"));
  // Live mode makes no demo agency, whose campaigns would be settled beside what is measured.
  Object.assign(process.env, {
    NOD_DATA: folder,
    NOD_MODE: "live",
    NOD_MEMBERS: String(members),
    NOD_LOG: "warn",
    NOD_AUTH_SECRET: secret(),
    NOD_RELEASE_KEY: secret(),
    NOD_PEPPER: secret(),
    NOD_LEDGER_KEY: secret(),
  });
  console.log(`${members.toLocaleString("en")} members: through the database and the ad API`);
  const runtime = await startRuntime(() => {});
  try {
    const facts = await readPopulation(runtime.db);
    if (!facts) throw new Error("The population is decided at the start.");
    await new Promise((resolve) => setTimeout(resolve, 2_000 + members / 5_000));
    const withdrawal = await measureWithdrawals(runtime, facts);
    const delivery = await measureDelivery(runtime);
    const alone = await measureTyping(runtime, {
      ...{ clients: 1, audiences: 25, betweenClicksMs: 200, seed: 1_000 },
    });
    const { clients, answer, eventLoopDelayP99 } = await measureTyping(runtime, {
      ...{ clients: 20, audiences: 6, betweenClicksMs: 1_000, seed: 100 },
    });
    return {
      members,
      withdrawal,
      delivery,
      alone: alone.answer,
      clients,
      answer,
      eventLoopDelayP99,
    };
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
