import { bump as add, FREE_BYTES, get, HEAP_TOP, RELEASED, set, STATE } from "./layout";

/**
 * A bump allocator with free lists by size: classes of 16 bytes up to 1 KB, then eight to a doubling. Everything is
 * packed exactly; what was freed is reused by the next request that fits, and its rest is freed again. Neighbours that
 * are both free are joined before the heap grows once enough has been released since the last time.
 */
const FREE: usize = memory.data(1024, 16);

/** Bytes really granted by the last `allocate`: the caller gives the same number back to `release`. */
export let granted: u32 = 0;

function lowerClass(size: u32): u32 {
  if (size <= 1024) return size >> 4;
  const exponent: u32 = 31 - clz(size);
  return 64 + (exponent - 10) * 8 + ((size - (1 << exponent)) >> (exponent - 3));
}

const CLASSES: u32 = 240;
/** How many chunks of the wanted size's own class are tried before a larger class is cut. */
const TRIES: u32 = 8;

/** Unlinks the chunk that `link` points to and frees what is left of it after `size` bytes. */
function take(link: usize, size: u32): usize {
  const chunk = <usize>load<u32>(link);
  store<u32>(link, load<u32>(chunk));
  const whole = load<u32>(chunk, 4);
  add(STATE + FREE_BYTES, -(<i32>whole));
  if (whole > size) free(chunk + size, whole - size);
  return chunk;
}

function reuse(size: u32): usize {
  let index = lowerClass(size);
  let link = FREE + (<usize>index << 2);
  for (let tries: u32 = 0; tries < TRIES; tries++) {
    const chunk = <usize>load<u32>(link);
    if (chunk == 0) break;
    if (load<u32>(chunk, 4) >= size) return take(link, size);
    link = chunk;
  }
  for (index++; index < CLASSES; index++) {
    link = FREE + (<usize>index << 2);
    if (load<u32>(link) != 0) return take(link, size);
  }
  return 0;
}

/** 16-byte aligned. Contents are whatever was there before. Traps when 4 GiB are spent. */
export function allocate(bytes: u32): usize {
  const size = (max<u32>(bytes, 16) + 15) & ~15;
  granted = size;
  let at = reuse(size);
  if (at == 0 && get(RELEASED) > get(HEAP_TOP) >> 5 && get(FREE_BYTES) > max<u32>(size, get(HEAP_TOP) >> 5)) {
    joinChunks();
    at = reuse(size);
  }
  return at == 0 ? bump(size) : at;
}

function bump(size: u32): usize {
  let top = get(HEAP_TOP);
  if (top == 0) top = <u32>((__heap_base + 15) & ~15);
  const end: u64 = <u64>top + <u64>size;
  const have: u64 = <u64>memory.size() << 16;
  if (end > have) {
    const pages = <i32>((end - have + 65535) >> 16);
    const spare = min<i32>(max<i32>(pages, 64), 65536 - memory.size());
    if (memory.grow(max<i32>(pages, spare)) < 0) unreachable();
  }
  set(HEAP_TOP, <u32>end);
  return <usize>top;
}

function free(at: usize, size: u32): void {
  const link = FREE + (<usize>lowerClass(size) << 2);
  store<u32>(at, load<u32>(link));
  store<u32>(at, size, 4);
  store<u32>(link, <u32>at);
  add(STATE + FREE_BYTES, <i32>size);
}

export function release(at: usize, bytes: u32): void {
  if (at == 0) return;
  const size = (max<u32>(bytes, 16) + 15) & ~15;
  add(STATE + RELEASED, <i32>size);
  free(at, size);
}

const HEADS: usize = memory.data(4096, 16);
const TAILS: usize = memory.data(4096, 16);

/** One pass of a radix sort over the linked chunks by ten bits of their addresses; returns the new first chunk. */
function sortedBy(first: usize, shift: u32): usize {
  memory.fill(HEADS, 0, 4096);
  for (let chunk = first; chunk != 0; ) {
    const next = <usize>load<u32>(chunk);
    const bucket = ((<u32>chunk >> shift) & 1023) << 2;
    store<u32>(chunk, 0);
    if (load<u32>(HEADS + bucket) == 0) store<u32>(HEADS + bucket, <u32>chunk);
    else store<u32>(<usize>load<u32>(TAILS + bucket), <u32>chunk);
    store<u32>(TAILS + bucket, <u32>chunk);
    chunk = next;
  }
  let start: usize = 0;
  let end: usize = 0;
  for (let bucket: usize = 0; bucket < 4096; bucket += 4) {
    const head = load<u32>(HEADS + bucket);
    if (head == 0) continue;
    if (start == 0) start = <usize>head;
    else store<u32>(end, head);
    end = <usize>load<u32>(TAILS + bucket);
  }
  return start;
}

/** Joins neighbouring free chunks, and lowers the heap's top past a free end. */
function joinChunks(): void {
  let first: usize = 0;
  for (let index: u32 = 0; index < CLASSES; index++) {
    const link = FREE + (<usize>index << 2);
    for (let chunk = <usize>load<u32>(link); chunk != 0; ) {
      const next = <usize>load<u32>(chunk);
      store<u32>(chunk, <u32>first);
      first = chunk;
      chunk = next;
    }
    store<u32>(link, 0);
  }
  for (let shift: u32 = 4; shift < 32; shift += 10) first = sortedBy(first, shift);
  set(FREE_BYTES, 0);
  set(RELEASED, 0);
  for (let chunk = first; chunk != 0; ) {
    let size = load<u32>(chunk, 4);
    let next = <usize>load<u32>(chunk);
    while (next != 0 && next == chunk + size) {
      size += load<u32>(next, 4);
      next = <usize>load<u32>(next);
    }
    if (<u32>chunk + size == get(HEAP_TOP)) set(HEAP_TOP, <u32>chunk);
    else free(chunk, size);
    chunk = next;
  }
}

export function heapTop(): u32 {
  return get(HEAP_TOP);
}
export function freeBytes(): u32 {
  return get(FREE_BYTES);
}
