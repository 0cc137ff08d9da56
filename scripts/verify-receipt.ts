import { checkReceipt } from "@/lib/server/ledger/check-receipt";
import { runScript } from "@/lib/server/run-script";

await runScript(async () => {
  for (const line of await checkReceipt(process.argv.slice(2))) console.log(line);
});
