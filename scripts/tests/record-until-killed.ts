import { openEmbedded } from "@/lib/server/db/open-embedded";
import { openEngine } from "@/lib/server/engines/open-engine";
import { killedFacts, nextChange } from "@/lib/server/engines/testing-killed";

/** Records changes to members and says each one that was acknowledged, until somebody kills the process. */
const [dataDir = "", from = "0"] = process.argv.slice(2);
const { db } = await openEmbedded(dataDir);
const pace = { changes: 30, everyMs: 1_000, lookMs: 5 };
const env = { reachEngine: "embedded", clickhouse: null, dataDir } as const;
const engine = await openEngine(env, db, killedFacts, () => {}, pace);
process.stdout.write("ready\n");
for (let n = Number(from); ; n += 1) {
  await engine.record([nextChange(n)], new Date());
  process.stdout.write(`${n}\n`);
}
