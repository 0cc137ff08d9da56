import { FolderInUse } from "@/lib/server/db/lock";
import { openDatabase } from "@/lib/server/db/open";
import { parseEnv } from "@/lib/server/env";
import { runScript } from "@/lib/server/run-script";
import { resolveSecrets } from "@/lib/server/secrets";
import { readKeyOrder, runKeyOrder } from "@/lib/server/signals/key-orders";
import { orderFromServer } from "@/lib/server/signals/order-folder";

await runScript(async () => {
  const order = readKeyOrder(process.argv.slice(2));
  const env = parseEnv(process.env);
  const database = await openDatabase(env).catch((error: unknown) => {
    if (error instanceof FolderInUse) return null;
    throw error;
  });
  if (database === null) {
    console.log(await orderFromServer(env.dataDir, order));
    return;
  }
  try {
    const { pepper } = await resolveSecrets(env, database);
    console.log(await runKeyOrder(database.db, pepper, order, new Date()));
  } finally {
    await database.close();
  }
});
