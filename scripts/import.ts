import { isMainThread, parentPort } from "node:worker_threads";
import { parseEnv } from "@/lib/server/env";
import { serveChunks } from "@/lib/server/import/chunk-readers";
import { readOrder, runImport } from "@/lib/server/import/run-import";
import { runScript } from "@/lib/server/run-script";

// The bundle of this script is also what its threads run.
if (parentPort) serveChunks(parentPort);
if (isMainThread) {
  await runScript(async () => {
    const order = readOrder(process.argv.slice(2));
    await runImport(order, parseEnv(process.env), new URL(import.meta.url));
  });
}
