import { countries, segmentIds } from "@/lib/network/population/lists";
import type { MemberBatch } from "@/lib/network/population/member-batch";
import type { Core } from "./core";

/** The columns in the order of the core's batch descriptor (assembly/batch.ts). */
const columnsOf = (batch: MemberBatch) => [
  batch.country,
  batch.region,
  batch.language,
  batch.ageBand,
  batch.gender,
  batch.device,
  batch.onSocial,
  batch.consent,
  batch.signalStart,
  batch.signalSegment,
  batch.signalStrength,
  batch.signalDay,
  batch.companyStart,
  batch.companyIndex,
  batch.companyKind,
  batch.companyDay,
  batch.lastActiveDay,
];

const descriptorBytes = 80;
const aligned = (bytes: number) => (bytes + 3) & ~3;

/** Room for one batch in the core's memory, grown when a batch is larger than any before. */
function openStage(core: Core) {
  let at = 0;
  let room = 0;
  const close = () => {
    if (room > 0) core.wasm.release(at, room);
    room = 0;
  };
  /** Copies a batch in and gives its descriptor's address, valid until the next one. */
  function put(batch: MemberBatch): number {
    const columns = columnsOf(batch);
    const size = columns.reduce((sum, column) => sum + aligned(column.byteLength), descriptorBytes);
    if (size > room) {
      close();
      room = Math.ceil((size * 1.1) / 16) * 16;
      at = core.allocate(room);
    }
    const descriptor = core.words(at, columns.length + 2);
    descriptor[0] = batch.first;
    descriptor[1] = batch.count;
    let next = at + descriptorBytes;
    columns.forEach((column, index) => {
      descriptor[index + 2] = next;
      core
        .bytes(next, column.byteLength)
        .set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
      next += aligned(column.byteLength);
    });
    return at;
  }
  return { put, close };
}

/** Loads members in batches: every batch is looked at three times, so they are kept until the end. */
export interface MemberLoad {
  /** Throws RangeError when a member points outside the lists; members of other shards are passed over. */
  add(batch: MemberBatch): void;
  /** Lays the members out; call once, after the last batch. */
  finish(): void;
}

export function loadMembers(
  core: Core,
  shard: { readonly first: number; readonly count: number },
  companies: readonly string[],
  today: number,
): MemberLoad {
  const batches: MemberBatch[] = [];
  const stage = openStage(core);
  core.companies.start(companies);
  core.wasm.begin(
    shard.first,
    shard.count,
    countries.length,
    segmentIds.length,
    companies.length,
    today,
  );
  return {
    add(batch) {
      checkLengths(batch);
      const bad = core.wasm.tally(stage.put(batch));
      if (bad > 0) {
        throw new RangeError(`Member ${batch.first + bad - 1} points outside the lists.`);
      }
      batches.push(batch);
    },
    finish() {
      core.wasm.layCells();
      for (const batch of batches) core.wasm.seat(stage.put(batch));
      core.wasm.reserve();
      for (const batch of batches) core.wasm.fill(stage.put(batch));
      batches.length = 0;
      stage.close();
      core.wasm.sortRuns();
      core.wasm.sortRelations();
      core.wasm.finish();
    },
  };
}

/** The core reads rows without looking at lengths, so they must be right before they reach it. */
function checkLengths(batch: MemberBatch): void {
  const people = [batch.country, batch.region, batch.language, batch.ageBand, batch.gender];
  const more = [batch.device, batch.onSocial, batch.consent, batch.lastActiveDay];
  const signals = rowsIn(batch.signalStart, batch.count);
  const relations = rowsIn(batch.companyStart, batch.count);
  const sound =
    [...people, ...more].every((column) => column.length >= batch.count) &&
    [batch.signalSegment, batch.signalStrength, batch.signalDay].every(
      (column) => column.length >= signals,
    ) &&
    [batch.companyIndex, batch.companyKind, batch.companyDay].every(
      (column) => column.length >= relations,
    );
  if (!sound) throw new RangeError(`The batch at member ${batch.first} has columns cut short.`);
}

function rowsIn(starts: Uint32Array, count: number): number {
  let rows = 0;
  for (let i = 0; i <= count; i += 1) {
    const start = starts[i] ?? -1;
    if (start < rows) throw new RangeError("A batch's row starts must ascend.");
    rows = start;
  }
  return rows;
}
