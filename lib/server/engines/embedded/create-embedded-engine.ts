import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { type EmbeddedEngine, embeddedEngine } from "./embedded-engine";
import { checkPopulation, type Population, populationKey } from "./population";
import { type PlaneLimits, usualPlanes } from "./protocol";
import { openThread, type Shard } from "./shard";
import { listSnapshots, type SnapshotPlace, type SnapshotSet } from "./snapshots";

export interface EmbeddedEngineOptions {
  readonly population: Population;
  /** Days since 1970-01-01 (UTC), asked for each question: signals age while the engine runs. */
  readonly today: () => number;
  /** Where snapshots are kept; null keeps none. */
  readonly snapshotFolder: string | null;
  /** The log of changes: a snapshot of another log, or from beyond its last position, is not taken. */
  readonly log?: { readonly id: string; readonly end: number };
  /** Worker threads; by default one core is left to the event loop. */
  readonly workers?: number;
  readonly onProgress?: (members: number, of: number) => void;
  readonly logger?: {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
  };
  /** For how long questions are practised before the first real one. */
  readonly warmUpMs?: number;
  /** How a shard is run: in a worker thread, or in this thread by tests. */
  readonly open?: typeof openThread;
  readonly planes?: PlaneLimits;
  readonly wasmPath?: string;
  readonly workerPath?: string;
}

const quiet = { info: () => {}, warn: () => {} };
/** A part smaller than this answers faster than the message to another worker travels. */
const leastPerWorker = 100_000;
/** An instance of wasm stops at 4 GiB. */
const mostPerWorker = 30_000_000;

/**
 * Opens the embedded engine: from a snapshot of the same population when there is one, else by loading the members, which
 * is then saved. Resolves when it answers at full speed; `position` says from where on the caller replays changes.
 */
export async function createEmbeddedEngine(
  options: EmbeddedEngineOptions,
): Promise<EmbeddedEngine> {
  const { population, snapshotFolder, logger = quiet } = options;
  checkPopulation(population);
  const build = path.join(/* turbopackIgnore: true */ process.cwd(), "build");
  const wasm = await readFile(
    /* turbopackIgnore: true */ options.wasmPath ?? path.join(build, "reach-engine.wasm"),
  );
  const workerPath = options.workerPath ?? path.join(build, "reach-worker.mjs");
  const worker = await readFile(/* turbopackIgnore: true */ workerPath);
  const shards = openShards(options, await WebAssembly.compile(wasm), workerPath);
  const log = options.log ?? { id: "", end: Number.MAX_SAFE_INTEGER };
  // The worker's bundle holds the generator and the lists, so that a change of either is another identity.
  const identity = identityOf([wasm, worker, populationKey(population), log.id]);
  const place =
    snapshotFolder === null ? null : { folder: snapshotFolder, identity, shards: shards.length };
  try {
    if (place) await mkdir(place.folder, { recursive: true });
    const started = performance.now();
    const restored = place && (await restore(shards, place, log.end, options.today()));
    if (!restored) await load(shards, population, options.today());
    const ms = Math.round(performance.now() - started);
    const from = restored ? "a snapshot" : "its members";
    logger.info({ ms, position: restored?.position ?? 0 }, `The reach engine stands from ${from}.`);
    const engine = embeddedEngine({
      shards,
      place,
      position: restored?.position ?? 0,
      today: options.today,
    });
    if (!restored) {
      engine.save(0).catch((error: unknown) => {
        logger.warn({ err: error }, "The reach engine could not save its snapshot.");
      });
    }
    const forMs = options.warmUpMs ?? 300;
    if (forMs > 0) await Promise.all(shards.map((shard) => shard.ask("warmUp", { forMs })));
    return engine;
  } catch (error) {
    await Promise.all(shards.map((shard) => shard.close()));
    throw error;
  }
}

function openShards(
  options: EmbeddedEngineOptions,
  wasm: WebAssembly.Module,
  workerPath: string,
): Shard[] {
  const { workers, onProgress, open = openThread, planes = usualPlanes } = options;
  const { members } = options.population;
  const useful = Math.max(1, Math.ceil(members / leastPerWorker));
  const needed = Math.ceil(members / mostPerWorker);
  const count = workers ?? Math.max(1, needed, Math.min(availableParallelism() - 1, useful));
  const done = new Array<number>(count).fill(0);
  return done.map((_, shard) => {
    const first = Math.floor((members * shard) / count);
    const end = Math.floor((members * (shard + 1)) / count);
    const data = { wasm, shard, shards: count, first, count: end - first, members, planes };
    return open(workerPath, data, (loaded) => {
      done[shard] = loaded;
      onProgress?.(
        done.reduce((sum, part) => sum + part, 0),
        members,
      );
    });
  });
}

function identityOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

/** The newest snapshot that every shard accepts, or null when there is none. */
async function restore(
  shards: readonly Shard[],
  place: SnapshotPlace,
  end: number,
  today: number,
): Promise<SnapshotSet | null> {
  for (const set of await listSnapshots(place, end)) {
    const tag = { identity: place.identity, position: set.position };
    const taken = await Promise.all(
      shards.map((shard, i) => shard.ask("restore", { path: set.paths[i] ?? "", tag, today })),
    );
    if (taken.every(Boolean)) return set;
  }
  return null;
}

async function load(
  shards: readonly Shard[],
  population: Population,
  today: number,
): Promise<void> {
  if (population.kind === "synthetic") {
    const { seed, madeOn } = population;
    await Promise.all(shards.map((shard) => shard.ask("generate", { seed, madeOn, today })));
    return;
  }
  const { companies } = population;
  await Promise.all(shards.map((shard) => shard.ask("startLoad", { companies, today })));
  for await (const batch of population.batches()) {
    const touched = shards.filter(
      ({ first, count }) => batch.first < first + count && batch.first + batch.count > first,
    );
    await Promise.all(touched.map((shard) => shard.ask("addBatch", { batch })));
  }
  await Promise.all(shards.map((shard) => shard.ask("finishLoad", {})));
}
