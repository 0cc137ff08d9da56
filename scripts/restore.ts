import { parseArgs } from "node:util";
import { type RestoreOrder, restoreBackup } from "@/lib/server/backup/restore-backup";
import { parseEnv } from "@/lib/server/env";
import { runScript } from "@/lib/server/run-script";
import { StartRefusal } from "@/lib/server/start-refusal";

const usage =
  "Usage: npm run restore -- FOLDER [--replace] [--without-journal]. Stop the server first.";

function readOrder(args: readonly string[]): RestoreOrder {
  const options = { replace: { type: "boolean" }, "without-journal": { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new StartRefusal(usage);
    const withoutJournal = values["without-journal"] === true;
    return { folder, replace: values.replace === true, withoutJournal };
  } catch {
    throw new StartRefusal(usage);
  }
}

await runScript(async () => {
  const order = readOrder(process.argv.slice(2));
  const { madeAt, people, aside } = await restoreBackup(parseEnv(process.env), order, new Date());
  console.log(`The backup of ${madeAt} stands.`);
  if (people === null) console.log("What people withdrew and deleted since then was left out.");
  else
    console.log(
      `Since then people withdrew, removed or deleted: ${people === 1 ? "one person" : `${people} people`}. All of it is taken away again.`,
    );
  if (aside)
    console.log(`The database that stood is in ${aside}: delete it when you do not need it.`);
});
