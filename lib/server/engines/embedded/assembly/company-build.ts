import { AT, bucketAt, CAP, dayBits, LENGTH, total } from "./companies";
import { allocate, granted, release } from "./heap";
import { BLOCK_COUNT, blockAt, BUCKETS, bump, get, LISTS } from "./layout";

// Building: entries are counted, then written one after another, then sorted.

export function countRelation(block: usize, company: u32): void {
  bump(bucketAt(block, company >> 6) + LENGTH, 1);
}

/** Turns the counts of a block into arrays of that size and write cursors. */
export function reserveRelations(block: usize): void {
  const buckets = get(BUCKETS);
  for (let index: u32 = 0; index < buckets; index++) {
    const bucket = bucketAt(block, index);
    const length = load<u32>(bucket + LENGTH);
    if (length == 0) continue;
    store<u32>(bucket + AT, <u32>allocate(length << 2));
    store<u32>(bucket + CAP, granted >> 2);
    store<u32>(bucket + LENGTH, 0);
  }
}

export function writeRelation(block: usize, company: u32, kind: u32, position: u32, day: i32): void {
  const bucket = bucketAt(block, company >> 6);
  const length = load<u32>(bucket + LENGTH);
  const entry = ((((company & 63) << 1) | kind) << 25) | (position << 9) | dayBits(block, day);
  store<u32>(<usize>load<u32>(bucket + AT) + (<usize>length << 2), entry);
  store<u32>(bucket + LENGTH, length + 1);
  bump(total(get(LISTS) + (company << 1) + kind), 1);
}

const COUNTS: usize = memory.data(16384, 16);

/** One pass of a radix sort by twelve bits. */
function sortPass(from: usize, to: usize, length: u32, shift: u32): void {
  memory.fill(COUNTS, 0, 16384);
  for (let i: u32 = 0; i < length; i++) {
    const digit = (load<u32>(from + (<usize>i << 2)) >> shift) & 4095;
    bump(COUNTS + (<usize>digit << 2), 1);
  }
  let sum: u32 = 0;
  for (let at = COUNTS; at < COUNTS + 16384; at += 4) {
    const count = load<u32>(at);
    store<u32>(at, sum);
    sum += count;
  }
  for (let i: u32 = 0; i < length; i++) {
    const entry = load<u32>(from + (<usize>i << 2));
    const cursor = COUNTS + (<usize>((entry >> shift) & 4095) << 2);
    const place = load<u32>(cursor);
    store<u32>(cursor, place + 1);
    store<u32>(to + (<usize>place << 2), entry);
  }
}

/** Orders the buckets of all blocks, after their entries were written in member order. */
export function sortRelations(): void {
  const blocks = get(BLOCK_COUNT);
  const buckets = get(BUCKETS);
  let room: u32 = 0;
  let spare: usize = 0;
  for (let index: u32 = 0; index < blocks; index++) {
    for (let one: u32 = 0; one < buckets; one++) {
      const bucket = bucketAt(blockAt(index), one);
      const length = load<u32>(bucket + LENGTH);
      if (length < 2) continue;
      if (length > room) {
        if (room > 0) release(spare, room << 2);
        room = length + (length >> 1);
        spare = allocate(room << 2);
      }
      const at = <usize>load<u32>(bucket + AT);
      sortPass(at, spare, length, 8);
      sortPass(spare, at, length, 20);
    }
  }
  if (room > 0) release(spare, room << 2);
}
