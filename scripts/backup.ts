import { makeBackup } from "@/lib/server/backup/make-backup";
import { parseEnv } from "@/lib/server/env";
import { runScript } from "@/lib/server/run-script";
import { StartRefusal } from "@/lib/server/start-refusal";

await runScript(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) {
    throw new StartRefusal(
      "Usage: npm run backup -- FOLDER, which must be new. Stop the server first.",
    );
  }
  // Keeping needs none of the secrets that live mode asks for.
  const env = parseEnv({ ...process.env, NOD_MODE: "demo" });
  const { database, madeAt } = await makeBackup(env, folder, new Date());
  if (database.kind === "embedded") {
    const megabytes = (database.bytes / 1e6).toFixed(1);
    console.log(`Kept ${database.files} files (${megabytes} MB) of ${madeAt} in ${folder}.`);
  } else {
    console.log(
      `Noted in ${folder} from where on the journal counts. Keep the database itself beside it now:`,
    );
    console.log(`  pg_dump --format=custom --file=${folder}/database.dump "$DATABASE_URL"`);
    console.log(
      `To put it back: pg_restore into an empty database, then npm run restore -- ${folder}`,
    );
  }
  console.log(
    "Not in it: the secrets (secrets.json or the environment) and the journal (NOD_DATA/journal).",
  );
  console.log("Keep both elsewhere: nothing can be restored without them.");
});
