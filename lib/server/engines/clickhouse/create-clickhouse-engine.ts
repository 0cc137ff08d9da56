import { createHash, randomUUID } from "node:crypto";
import { generateMembers } from "@/lib/network/population/generate-members";
import { EngineUnavailable } from "@/lib/network/reach/engine-unavailable";
import { StartRefusal } from "../../start-refusal";
import { checkPopulation, type Population, populationKey } from "../embedded/population";
import type { ClickhouseAddress } from "./address";
import { type ClickhouseEngine, clickhouseEngine } from "./clickhouse-engine";
import { dropOld } from "./fold";
import { loadMembers, onEach } from "./load";
import { type Nodes, openNodes } from "./nodes";
import { readStanding, type Standing, writeStanding } from "./standing";
import { createTables, emptyTables, layoutVersion, type Place, placeOf } from "./tables";
import { type OpenUniter, openUniter } from "./unite";

export interface ClickhouseEngineOptions {
  readonly address: ClickhouseAddress;
  readonly population: Population;
  /** Days since 1970-01-01 (UTC), asked for each question: signals age while the engine runs. */
  readonly today: () => number;
  /** The log of changes and the deployment it belongs to: members to whom more has happened than it says are loaded anew. */
  readonly log?: { readonly id: string; readonly end: number };
  readonly onProgress?: (members: number, of: number) => void;
  readonly logger?: {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
  };
  /** A question without an answer for so long has failed. */
  readonly askMs?: number;
  /** So many changed members are folded into the bitmaps. */
  readonly foldAt?: number;
  readonly stripe?: number;
  /** How sets are united: in a worker thread, or in this thread by tests. */
  readonly openUniter?: OpenUniter;
}

const quiet = { info: () => {}, warn: () => {} };

/**
 * Opens the engine over ClickHouse: takes the members that the shards hold when they are this population's, completely
 * loaded, and loads them otherwise. `position` says from where on the caller replays changes.
 * @throws StartRefusal when a server cannot be reached or used, or holds other members.
 */
export async function createClickhouseEngine(
  options: ClickhouseEngineOptions,
): Promise<ClickhouseEngine> {
  const { address, population, logger = quiet } = options;
  checkPopulation(population);
  const nodes = openNodes(address, options.askMs ?? 15_000);
  const place = placeOf(address.database, nodes.count, options.stripe ?? 65_536);
  const log = options.log ?? { id: "", end: Number.MAX_SAFE_INTEGER };
  try {
    await checkNodes(nodes);
    for (const sql of createTables(place.database)) await onEach(nodes, () => sql);
    const key = keyOf(population, place);
    const standings =
      (await settled(nodes, place, key, log)) ?? (await load(options, nodes, place, key, log.id));
    const warn = (err: unknown, message: string) => logger.warn({ err }, message);
    const uniter = (options.openUniter ?? openUniter)();
    return clickhouseEngine({
      nodes,
      place,
      standings,
      latest: await latestOf(nodes, place),
      today: options.today,
      foldAt: options.foldAt ?? 20_000,
      uniteSets: uniter.unite,
      warn,
      onClose: uniter.close,
    });
  } catch (error) {
    await nodes.close();
    if (error instanceof EngineUnavailable) throw refusal(error);
    throw error;
  }
}

function refusal(error: EngineUnavailable): StartRefusal {
  const { cause } = error;
  const said = cause instanceof Error ? cause.message.split("\n")[0]?.slice(0, 200) : String(cause);
  return new StartRefusal(`The ClickHouse servers of CLICKHOUSE_URL cannot be used: ${said}`);
}

/** Says which server is the one in the way. */
async function checkNodes(nodes: Nodes): Promise<void> {
  for (let shard = 0; shard < nodes.count; shard += 1) {
    try {
      await nodes.ask(shard, "SELECT 1");
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      const reason = refusal(error).message.split(": ").slice(1).join(": ");
      throw new StartRefusal(
        `ClickHouse at ${nodes.nameOf(shard)} (CLICKHOUSE_URL) cannot be used: ${reason}`,
      );
    }
  }
}

/** What the members were made from, and by which version of the generator and of these tables. */
function keyOf(population: Population, place: Place): string {
  const hash = createHash("sha256");
  if (population.kind === "synthetic") {
    const { seed, madeOn } = population;
    const sample = generateMembers({ seed, first: 0, count: 200, today: madeOn });
    for (const column of Object.values(sample)) {
      hash.update(ArrayBuffer.isView(column) ? new Uint8Array(column.buffer) : String(column));
    }
  }
  const made = hash.digest("hex").slice(0, 16);
  return `${populationKey(population)} | ${place.stripe} | ${layoutVersion} | ${made}`;
}

/** What the shards hold, when all of it is one complete load of these members; null when it must be loaded. */
async function settled(
  nodes: Nodes,
  place: Place,
  key: string,
  log: { readonly id: string; readonly end: number },
): Promise<readonly Standing[] | null> {
  const found = await Promise.all(
    Array.from({ length: nodes.count }, (_, shard) => readStanding(nodes, shard, place.database)),
  );
  const ready = found.flatMap((standing) => (standing?.ready ? [standing] : []));
  if (found.some((standing) => standing && standing.owner !== log.id)) {
    throw new StartRefusal(
      `The database ${place.database} of CLICKHOUSE_URL belongs to another deployment: name another one there, or drop this one.`,
    );
  }
  const [first] = ready;
  const isWhole =
    first !== undefined &&
    ready.length === place.shards &&
    ready.every(
      ({ load, shard, shards, population }, i) =>
        load === first.load && shard === i && shards === place.shards && population === key,
    );
  if (!isWhole || ready.some(({ position }) => position > log.end)) return null;
  // A fold that broke off between two shards is complete on all of them: bitmaps come before the first word of it.
  const epoch = Math.max(...ready.map((standing) => standing.epoch));
  const standings = ready.map((standing) => ({
    ...standing,
    epoch,
    version: standing.version + 1,
  }));
  await Promise.all(standings.map((standing) => writeStanding(nodes, place.database, standing)));
  await dropOld(nodes, place.database, epoch);
  return standings;
}

async function load(
  options: ClickhouseEngineOptions,
  nodes: Nodes,
  place: Place,
  population: string,
  owner: string,
): Promise<readonly Standing[]> {
  const started = performance.now();
  const name = randomUUID();
  const begun = Array.from({ length: nodes.count }, (_, shard) => ({
    version: 1,
    ready: false,
    load: name,
    owner,
    population,
    shard,
    shards: place.shards,
    epoch: 1,
    position: 0,
  }));
  const write = (standings: readonly Standing[]) =>
    Promise.all(standings.map((standing) => writeStanding(nodes, place.database, standing)));
  for (const sql of emptyTables(place.database)) await onEach(nodes, () => sql);
  await write(begun);
  await loadMembers(options.population, {
    nodes,
    place,
    today: options.today(),
    onProgress: options.onProgress ?? (() => {}),
  });
  const standings = begun.map((standing) => ({ ...standing, version: 2, ready: true }));
  await write(standings);
  const ms = Math.round(performance.now() - started);
  options.logger?.info({ ms, shards: nodes.count }, "The members were loaded into ClickHouse.");
  return standings;
}

async function latestOf(nodes: Nodes, { database }: Place) {
  const rows = await Promise.all(
    Array.from({ length: nodes.count }, (_, shard) =>
      nodes.ask(
        shard,
        `SELECT greatest((SELECT max(version) FROM ${database}.members), max(version)), max(epoch), count() FROM ${database}.fresh`,
      ),
    ),
  );
  const most = (i: number) => Math.max(0, ...rows.map(([row]) => Number(row?.[i] ?? 0)));
  return { version: most(0), epoch: most(1), fresh: most(2) };
}
