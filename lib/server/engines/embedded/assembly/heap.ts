import { get, HEAP_TOP, set } from "./layout";

/**
 * A bump allocator with free lists by size: classes of 16 bytes up to 1 KB, then eight to a doubling. Everything is
 * packed exactly; what was freed is reused by the next request that fits, and its rest is freed again.
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
  const spare = load<u32>(chunk, 4) - size;
  if (spare > 0) release(chunk + size, spare);
  return chunk;
}

/** 16-byte aligned. Contents are whatever was there before. Traps when 4 GiB are spent. */
export function allocate(bytes: u32): usize {
  const size = (max<u32>(bytes, 16) + 15) & ~15;
  granted = size;
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
  return bump(size);
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

export function release(at: usize, bytes: u32): void {
  if (at == 0) return;
  const size = (max<u32>(bytes, 16) + 15) & ~15;
  const free = FREE + (<usize>lowerClass(size) << 2);
  store<u32>(at, load<u32>(free));
  store<u32>(at, size, 4);
  store<u32>(free, <u32>at);
}

export function heapTop(): u32 {
  return get(HEAP_TOP);
}
