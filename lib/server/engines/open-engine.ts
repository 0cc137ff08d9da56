import "server-only";
import path from "node:path";
import { yearOfDay } from "@/lib/network/population/age-band";
import type { MemberChange, ReachEngine } from "@/lib/network/reach/engine";
import type { OverviewSource } from "@/lib/network/reach/overview";
import type { Database } from "../db/database";
import { settleSetting } from "../db/settings";
import type { Env } from "../env";
import { importedMembers } from "../import/imported-members";
import { inYear } from "../import/imported-people";
import { log } from "../log";
import { dayNumber, type PopulationFacts } from "../population-facts";
import type { ClickhouseEngine } from "./clickhouse/clickhouse-engine";
import { openClickhouse } from "./clickhouse/open-clickhouse";
import { createEmbeddedEngine } from "./embedded/create-embedded-engine";
import type { EmbeddedEngine } from "./embedded/embedded-engine";
import type { Population } from "./embedded/population";
import { logEnd, readLog } from "./member-log";
import { type NoteChanges, noting } from "./note-changes";
import { type ChangeRecorder, recordChanges } from "./record-changes";
import { type SavingPace, saveRegularly } from "./save-regularly";

/** The engine of a deployment: what happens to members goes through `record`, which writes it to the database first. */
export interface RecordingEngine extends ReachEngine, OverviewSource {
  record: ChangeRecorder["record"];
  decide: ChangeRecorder["decide"];
  /** For what follows from the day alone and is written down nowhere, as ages at New Year. */
  applyAll(changes: readonly MemberChange[]): Promise<void>;
}

const today = () => dayNumber(new Date());

/** The reach engine with everything that happened to members so far: a snapshot or the members themselves, then the log. */
export async function openEngine(
  env: Pick<Env, "reachEngine" | "clickhouse" | "dataDir">,
  db: Database,
  facts: PopulationFacts,
  onProgress: (share: number) => void,
  pace?: SavingPace,
  note: NoteChanges = async () => {},
): Promise<RecordingEngine> {
  const asOfNow = (changes: readonly MemberChange[]) => inYear(db, changes, yearOfDay(today()));
  const read = (after: number, upTo?: number) => readLog(db, asOfNow, after, upTo);
  const members = (): Promise<Population> => membersNow(db, facts);
  const usual = {
    population: await members(),
    today,
    // A database put back to an earlier state must not meet members to whom more has happened.
    log: { id: "member-events", end: await logEnd(db), read },
    onProgress: (done: number, of: number) => onProgress(of === 0 ? 1 : done / of),
    logger: log,
  };
  const engine =
    env.reachEngine === "clickhouse" && env.clickhouse
      ? await openClickhouse({
          ...usual,
          address: env.clickhouse,
          deployment: await deploymentId(db),
        })
      : await createEmbeddedEngine({
          ...usual,
          populationNow: members,
          snapshotFolder: path.join(/* turbopackIgnore: true */ env.dataDir, "reach"),
        });
  const recorder = recordChanges({
    ...noting(db, note),
    end: () => logEnd(db),
    read,
    applyAll: engine.applyAll,
    position: engine.position,
  });
  const stopSaving = saveRegularly(engine, () => recorder.position, pace);
  return {
    ...engine,
    record: recorder.record,
    decide: recorder.decide,
    async close() {
      await recorder.close();
      await stopSaving();
      await saveLast(engine, recorder.position);
      await engine.close();
    },
  };
}

/** Tables elsewhere are known to be this deployment's by it. */
const deploymentId = async (db: Database): Promise<string> =>
  String(await settleSetting(db, "deployment", crypto.randomUUID()));

const membersNow = async (db: Database, facts: PopulationFacts): Promise<Population> =>
  facts.imported ? importedMembers(db, facts, today()) : { kind: "synthetic", ...facts };

/** Nobody asks any more, so the workers write themselves. What could not be saved is replayed at the next start. */
async function saveLast(
  engine: EmbeddedEngine | ClickhouseEngine,
  position: number,
): Promise<void> {
  if (position <= engine.saved) return;
  const saved = engine.name === "embedded" ? engine.save(position) : engine.checkpoint(position);
  await saved.catch((err: unknown) => {
    log.error({ err }, "The reach engine could not save before it closed.");
  });
}
