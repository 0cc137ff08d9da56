import type { Database } from "@/lib/server/db/database";
import { openDatabase } from "@/lib/server/db/open";
import { parseEnv } from "@/lib/server/env";
import { runScript } from "@/lib/server/run-script";
import { resolveSecrets } from "@/lib/server/secrets";
import { addSignalKey, listSignalKeys, revokeSignalKey } from "@/lib/server/signals/signal-keys";
import { StartRefusal } from "@/lib/server/start-refusal";

const usage =
  "Usage: npm run signal-key -- add APP | revoke KEY | list. The embedded database must not be in use by a server.";

await runScript(async () => {
  const [order = "", name = ""] = process.argv.slice(2);
  const asks = order === "list" ? name === "" : ["add", "revoke"].includes(order) && name !== "";
  if (!asks) throw new StartRefusal(usage);
  const env = parseEnv(process.env);
  const database = await openDatabase(env);
  try {
    if (order === "list") await list(database.db);
    else if (order === "add") {
      const { pepper } = await resolveSecrets(env, database);
      const { id, secret } = await addSignalKey(database.db, pepper, name, new Date());
      console.log(`Key:    ${id}\nSecret: ${secret}\nThe secret is shown this once.`);
    } else {
      await revokeSignalKey(database.db, name, new Date());
      console.log(`${name} signs nothing any more.`);
    }
  } finally {
    await database.close();
  }
});

async function list(db: Database): Promise<void> {
  for (const { id, app, createdAt, revokedAt } of await listSignalKeys(db)) {
    const until = revokedAt ? `, revoked ${revokedAt.toISOString()}` : "";
    console.log(`${id}  ${app}  made ${createdAt.toISOString()}${until}`);
  }
}
