import { generateMembers } from "@/lib/network/population/generate-members";
import { companies } from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import type { Population } from "../embedded/population";
import { fillChunk } from "./fill-bits";
import type { Nodes } from "./nodes";
import { RowWriter } from "./row-writer";
import { type Place, rowColumns, shardOf } from "./tables";

const membersPerBatch = 20_000;
/** Rows go out in inserts of about so many bytes a shard. */
const bytesPerInsert = 16 * 1024 * 1024;

interface Loading {
  readonly nodes: Nodes;
  readonly place: Place;
  readonly today: number;
  readonly onProgress: (members: number, of: number) => void;
}

/** Fills empty tables with a population, in memory that does not grow with it. */
export async function loadMembers(population: Population, loading: Loading): Promise<void> {
  const { nodes, place, onProgress, today } = loading;
  const writers = Array.from({ length: place.shards }, () => new RowWriter());
  const send = (shard: number, writer: RowWriter) =>
    nodes.insert(shard, `${place.database}.members`, rowColumns, writer.take());
  const ids = population.kind === "given" ? population.companies : companies.map(({ id }) => id);
  let sent = Promise.resolve();
  let most = -1;
  let done = 0;
  for await (const batch of batchesOf(population)) {
    for (let i = 0; i < batch.count; i += 1) {
      writers[shardOf(place, batch.first + i)]?.loaded(batch, i, ids);
    }
    most = Math.max(most, batch.first + batch.count - 1);
    done += batch.count;
    // While one batch is being written, the next is made; never more than that.
    await sent;
    const full = writers.flatMap((writer, shard) =>
      writer.length >= bytesPerInsert ? [send(shard, writer)] : [],
    );
    sent = Promise.all(full).then(() => {});
    // Bitmaps follow: a quarter of the time.
    onProgress(Math.floor(done * 0.75), population.members);
  }
  await sent;
  await Promise.all(writers.map((writer, shard) => writer.length > 0 && send(shard, writer)));
  const chunks = Math.ceil((most + 1) / place.chunk);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    await onEach(nodes, () => fillChunk(place, chunk, today));
    onProgress(Math.floor(done * (0.75 + (0.25 * (chunk + 1)) / chunks)), population.members);
  }
}

/** The same work on every shard at once. */
export async function onEach(nodes: Nodes, sqlOf: (shard: number) => string): Promise<void> {
  const shards = Array.from({ length: nodes.count }, (_, shard) => shard);
  await Promise.all(shards.map((shard) => nodes.run(shard, sqlOf(shard))));
}

async function* batchesOf(population: Population): AsyncGenerator<MemberBatch> {
  if (population.kind === "given") {
    yield* population.batches();
    return;
  }
  const { seed, members, madeOn } = population;
  for (let first = 0; first < members; first += membersPerBatch) {
    const count = Math.min(membersPerBatch, members - first);
    yield generateMembers({ seed, first, count, today: madeOn });
    await new Promise((resolve) => setImmediate(resolve));
  }
}
