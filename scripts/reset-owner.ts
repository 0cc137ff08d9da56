import { secretTokens } from "@/lib/server/auth/tokens";
import { openDatabase } from "@/lib/server/db/open";
import { parseEnv } from "@/lib/server/env";
import { ownerLink } from "@/lib/server/owner-link";
import { runScript } from "@/lib/server/run-script";
import { workspaceStores } from "@/lib/server/store/workspace-stores";

await runScript(async () => {
  // The link needs none of the secrets that live mode asks for.
  const env = parseEnv({ ...process.env, NOD_MODE: "demo" });
  const { db, close } = await openDatabase(env);
  try {
    const { token, email } = await ownerLink(
      { db, tokens: secretTokens, credentials: workspaceStores(db).credentials },
      process.argv[2],
    );
    console.log(`${email} can set a new password within 24 hours, once, at:`);
    console.log(`${env.url}/reset/${token}`);
  } finally {
    await close();
  }
});
