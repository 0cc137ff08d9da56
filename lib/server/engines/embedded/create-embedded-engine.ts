import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { ChangeLog } from "./change-log";
import { checkpoint } from "./checkpoint";
import { type EmbeddedEngine, embeddedEngine } from "./embedded-engine";
import { planWorkers } from "./plan-workers";
import { checkPopulation, type Population, populationKey } from "./population";
import { type PlaneLimits, usualPlanes } from "./protocol";
import { requireMemory } from "./require-memory";
import { openThread, type Shard } from "./shard";
import { removeReplaced, type SnapshotPlace, saveShards } from "./snapshots";
import { replay, standUp } from "./stand-up";
import { supervisedShard } from "./supervised-shard";

export interface EmbeddedEngineOptions {
  readonly population: Population;
  /** Days since 1970-01-01 (UTC), asked for each question: signals age while the engine runs. */
  readonly today: () => number;
  /** Where snapshots are kept; null keeps none. */
  readonly snapshotFolder: string | null;
  readonly log?: ChangeLog;
  /** The members as of now, for a worker that is started again: by default those it opened with. */
  readonly populationNow?: () => Promise<Population>;
  /** Worker threads; by default one core is left to the event loop. */
  readonly workers?: number;
  readonly onProgress?: (members: number, of: number) => void;
  readonly logger?: {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
    error(facts: object, message: string): void;
  };
  /** For how long questions are practised before the first real one. */
  readonly warmUpMs?: number;
  /** How a shard is run: in a worker thread, or in this thread by tests. */
  readonly open?: typeof openThread;
  readonly planes?: PlaneLimits;
  readonly wasmPath?: string;
  readonly workerPath?: string;
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * Opens the embedded engine: from a snapshot of the same population when there is one, else by loading the members, which
 * is then saved; then, when the log can be read, with everything that happened since. Resolves when it answers at full
 * speed; `position` says up to where it holds the log.
 * @throws StartRefusal when there is not enough memory for the members.
 */
export async function createEmbeddedEngine(
  options: EmbeddedEngineOptions,
): Promise<EmbeddedEngine> {
  const { population, snapshotFolder, logger = quiet, today, warmUpMs: forMs = 300 } = options;
  checkPopulation(population);
  const build = path.join(/* turbopackIgnore: true */ process.cwd(), "build");
  const wasm = await readFile(
    /* turbopackIgnore: true */ options.wasmPath ?? path.join(build, "reach-engine.wasm"),
  );
  const workerPath = options.workerPath ?? path.join(build, "reach-worker.mjs");
  const worker = await readFile(/* turbopackIgnore: true */ workerPath);
  const opener = shardOpener(options, await WebAssembly.compile(wasm), workerPath);
  const log: ChangeLog = options.log ?? { id: "", end: Number.MAX_SAFE_INTEGER };
  // The worker's bundle holds the generator and the lists, so that a change of either is another identity.
  const placeOf = (made: Population): SnapshotPlace | null =>
    snapshotFolder === null
      ? null
      : {
          folder: snapshotFolder,
          identity: identityOf([wasm, worker, populationKey(made), log.id]),
          shards: opener.shards,
        };
  const place = placeOf(population);
  await requireMemory(population.members, opener.plan, place, log.end);
  const warmUp = (shard: Shard) => (forMs > 0 ? shard.ask("warmUp", { forMs }) : null);
  const shards = Array.from({ length: opener.shards }, (_, index) =>
    opener.open(index, options.onProgress),
  );
  try {
    if (place) await mkdir(place.folder, { recursive: true });
    const started = performance.now();
    const atOnce = opener.plan.loadingAtOnce;
    const origin = { population, place, end: log.end, today: today(), atOnce };
    const restored = await standUp(shards, origin);
    const saved = restored?.position ?? 0;
    const first = restored ? null : saveFirst(shards, place, logger);
    const position = log.read ? await replay(shards, log.read, saved) : saved;
    const ms = Math.round(performance.now() - started);
    const from = restored ? "a snapshot" : "its members";
    logger.info({ ms, saved, position }, `The reach engine stands from ${from}.`);
    await Promise.all(shards.map(warmUp));
    const { read } = log;
    if (!read) return embeddedEngine({ shards, place, position, saved, first, today });

    const open = (index: number) => opener.open(index);
    const stand = async (shard: Shard) => {
      const now = (await options.populationNow?.()) ?? population;
      const end = Number.MAX_SAFE_INTEGER;
      const taken = await standUp([shard], {
        population: now,
        place: placeOf(now),
        end,
        today: today(),
        atOnce: 1,
      });
      await replay([shard], read, taken?.position ?? 0);
      await warmUp(shard);
    };
    return embeddedEngine({
      shards: shards.map((shard) =>
        supervisedShard(shard, { open: () => open(shard.index), stand, today, logger }),
      ),
      place,
      position,
      saved,
      first,
      today,
      ...(place && { checkpoint: (at: number) => checkpoint({ place, open, read, today }, at) }),
    });
  } catch (error) {
    await Promise.all(shards.map((shard) => shard.close()));
    throw error;
  }
}

/** What was just loaded, saved for the next start; the copies are taken before anything else reaches the shards. */
async function saveFirst(
  shards: readonly Shard[],
  place: SnapshotPlace | null,
  logger: NonNullable<EmbeddedEngineOptions["logger"]>,
): Promise<void> {
  if (!place) return;
  try {
    await saveShards(shards, place, 0);
    await removeReplaced(place, 0);
  } catch (err) {
    logger.warn({ err }, "The reach engine could not save its first snapshot.");
  }
}

/** How many shards the members are cut into, and how each of them is opened. */
function shardOpener(options: EmbeddedEngineOptions, wasm: WebAssembly.Module, workerPath: string) {
  const { workers, open = openThread, planes = usualPlanes } = options;
  const { members } = options.population;
  const plan = planWorkers(members, availableParallelism(), workers);
  const shards = plan.workers;
  const done = new Array<number>(shards).fill(0);
  return {
    shards,
    plan,
    open(shard: number, onProgress?: EmbeddedEngineOptions["onProgress"]): Shard {
      const first = Math.floor((members * shard) / shards);
      const end = Math.floor((members * (shard + 1)) / shards);
      const data = { wasm, shard, shards, first, count: end - first, members, planes };
      return open(workerPath, data, (loaded) => {
        done[shard] = loaded;
        onProgress?.(
          done.reduce((sum, part) => sum + part, 0),
          members,
        );
      });
    },
  };
}

function identityOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
