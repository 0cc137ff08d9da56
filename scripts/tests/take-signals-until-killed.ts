import { openEmbedded } from "@/lib/server/db/open-embedded";
import { keepNumbered } from "@/lib/server/signals/killed-testing";
import { recorderOver } from "@/lib/server/signals/testing";

/** Takes batch after batch and tells each once it is acknowledged, until somebody kills it. */
const { db } = await openEmbedded(process.argv[2] ?? "");
const recorder = recorderOver(db);
for (let batch = Number(process.argv[3]); ; batch += 1) {
  await keepNumbered(recorder, batch);
  process.stdout.write(`${batch}\n`);
}
