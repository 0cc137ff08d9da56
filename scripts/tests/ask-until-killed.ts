import { openEmbedded } from "@/lib/server/db/open-embedded";
import { aNumberedQuestion, releaseForKilling } from "@/lib/server/store/killed-testing";
import { releaseTable } from "@/lib/server/store/released";

/** Asks question after question, five at a time, and tells each answer once it has it, until somebody kills it. */
const { db } = await openEmbedded(process.argv[2] ?? "");
const release = releaseForKilling(releaseTable(db));
for (let first = Number(process.argv[3]); ; first += 5) {
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (more) => {
      const answer = await release.count(
        { workspaceId: "agency" },
        aNumberedQuestion(first + more),
      );
      if (answer.ok) process.stdout.write(`${first + more} ${answer.value.shown}\n`);
    }),
  );
}
