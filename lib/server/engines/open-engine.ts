import "server-only";
import path from "node:path";
import { asc, gt, max } from "drizzle-orm";
import { yearOfDay } from "@/lib/network/population/age-band";
import type { Database } from "../db/database";
import { memberEvent } from "../db/schema/network";
import type { Env } from "../env";
import { importedMembers } from "../import/imported-members";
import { inYear } from "../import/imported-people";
import { log } from "../log";
import { dayNumber, type PopulationFacts } from "../population-facts";
import { StartRefusal } from "../start-refusal";
import { createEmbeddedEngine } from "./embedded/create-embedded-engine";
import type { EmbeddedEngine } from "./embedded/embedded-engine";

const pageOfEvents = 10_000;

/** The reach engine with everything that happened to members so far: a snapshot or the members themselves, then the log. */
export async function openEngine(
  env: Env,
  db: Database,
  facts: PopulationFacts,
  onProgress: (share: number) => void,
): Promise<EmbeddedEngine> {
  if (env.reachEngine !== "embedded") {
    throw new StartRefusal("REACH_ENGINE=clickhouse is not built yet: leave REACH_ENGINE out.");
  }
  // A database put back to an earlier state must not meet members to whom more has happened.
  const [written] = await db.select({ end: max(memberEvent.seq) }).from(memberEvent);
  const engine = await createEmbeddedEngine({
    population: facts.imported
      ? await importedMembers(db, facts, dayNumber(new Date()))
      : { kind: "synthetic", ...facts },
    today: () => dayNumber(new Date()),
    snapshotFolder: path.join(/* turbopackIgnore: true */ env.dataDir, "reach"),
    log: { id: "member-events", end: written?.end ?? 0 },
    onProgress: (members, of) => onProgress(of === 0 ? 1 : members / of),
    logger: log,
  });
  try {
    await replay(engine, db);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function replay(engine: EmbeddedEngine, db: Database): Promise<void> {
  let from = engine.position;
  for (;;) {
    const events = await db
      .select({ seq: memberEvent.seq, change: memberEvent.change })
      .from(memberEvent)
      .where(gt(memberEvent.seq, from))
      .orderBy(asc(memberEvent.seq))
      .limit(pageOfEvents);
    const changes = events.map(({ change }) => change);
    await engine.applyAll(await inYear(db, changes, yearOfDay(dayNumber(new Date()))));
    const last = events.at(-1);
    if (!last) return;
    from = last.seq;
  }
}
