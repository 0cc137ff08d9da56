import { get, HEAP_TOP, set } from "./layout";

/**
 * A bump allocator with free lists by size: classes of 16 bytes up to 1 KB, then eight to a doubling.
 * What was never freed is packed exactly; what was freed is reused by the next request of its class.
 */
const FREE: usize = memory.data(1024, 16);

/** Bytes really granted by the last `allocate`: the caller gives the same number back to `release`. */
export let granted: u32 = 0;

function lowerClass(size: u32): u32 {
  if (size <= 1024) return size >> 4;
  const exponent: u32 = 31 - clz(size);
  return 64 + (exponent - 10) * 8 + ((size - (1 << exponent)) >> (exponent - 3));
}

function classSize(index: u32): u32 {
  if (index <= 64) return index << 4;
  const exponent: u32 = 10 + ((index - 64) >> 3);
  return (1 << exponent) + (((index - 64) & 7) << (exponent - 3));
}

/** 16-byte aligned. Contents are whatever was there before. Traps when 4 GiB are spent. */
export function allocate(bytes: u32): usize {
  const size = (max<u32>(bytes, 16) + 15) & ~15;
  let index = lowerClass(size);
  if (classSize(index) < size) index++;
  const free = FREE + (<usize>index << 2);
  const head = load<u32>(free);
  if (head != 0) {
    store<u32>(free, load<u32>(head));
    granted = classSize(index);
    return <usize>head;
  }
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
  granted = size;
  return <usize>top;
}

export function release(at: usize, bytes: u32): void {
  if (at == 0) return;
  const size = (max<u32>(bytes, 16) + 15) & ~15;
  const free = FREE + (<usize>lowerClass(size) << 2);
  store<u32>(at, load<u32>(free));
  store<u32>(free, <u32>at);
}

export function heapTop(): u32 {
  return get(HEAP_TOP);
}
