import { moveToPostgres } from "@/lib/server/db/move-to-postgres";
import { parseEnv } from "@/lib/server/env";
import { runScript } from "@/lib/server/run-script";

await runScript(async () => {
  // Moving needs none of the secrets that live mode asks for.
  const env = parseEnv({ ...process.env, NOD_MODE: "demo" });
  await moveToPostgres(env, (line) => console.log(line));
});
