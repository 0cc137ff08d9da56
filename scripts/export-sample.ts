import { exportSample, readSampleOrder } from "@/lib/server/import/export-sample";
import { runScript } from "@/lib/server/run-script";

await runScript(() => exportSample(readSampleOrder(process.argv.slice(2), new Date())));
