import { allocate, granted, release } from "./heap";
import { AHEAD, B_DAY, get, L_A, L_AT, L_B, L_CAP, L_CUT_DAY, L_N, LIST_TOTALS, listAt } from "./layout";

/** Age in days as a byte: 0 is `AHEAD` days in the future, so that it grows from the newest to the oldest. */
// @ts-ignore: decorator
@inline export function ageByte(today: i32, day: i32): u32 {
  return (<u32>(today + AHEAD - day)) & 255;
}

/** The first index in [low, high) whose entry is older than `within` days, in a run that is newest first. */
export function cut(days: usize, low: u32, high: u32, today: i32, within: i32): u32 {
  const limit = <u32>(within + AHEAD);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ageByte(today, <i32>load<u8>(days + middle)) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of a position in a list, or -1. */
export function find(head: usize, position: u32): i32 {
  const n = load<u32>(head + L_N);
  if (n == 0) return -1;
  const at = <usize>load<u32>(head + L_AT);
  const wanted = i16x8.splat(<i16>position);
  let i: u32 = 0;
  for (; i + 8 <= n; i += 8) {
    const same = i16x8.eq(v128.load(at + (<usize>i << 1)), wanted);
    if (v128.any_true(same)) return <i32>(i + ctz(<u32>i16x8.bitmask(same)));
  }
  for (; i < n; i++) {
    if (<u32>load<u16>(at + (<usize>i << 1)) == position) return <i32>i;
  }
  return -1;
}

export function addTotal(list: u32, by: i32): void {
  const at = <usize>get(LIST_TOTALS) + (<usize>list << 2);
  store<u32>(at, load<u32>(at) + by);
}

/** Gives a list an array with room for at least so many entries. */
function resize(head: usize, room: u32): void {
  const n = load<u32>(head + L_N);
  const cap = load<u32>(head + L_CAP);
  const at = <usize>load<u32>(head + L_AT);
  const fresh = allocate(room * 3);
  const freshCap = granted / 3;
  memory.copy(fresh, at, <usize>n << 1);
  memory.copy(fresh + (<usize>freshCap << 1), at + (<usize>cap << 1), n);
  if (cap > 0) release(at, cap * 3);
  store<u32>(head + L_AT, <u32>fresh);
  store<u32>(head + L_CAP, freshCap);
}

/** Gives back what a list no longer needs, with room left so that it does not breathe at every change. */
export function shrink(head: usize): void {
  const n = load<u32>(head + L_N);
  const cap = load<u32>(head + L_CAP);
  if (cap <= 16 || n >= cap >> 1) return;
  if (n > 0) {
    resize(head, n + (n >> 3) + 2);
    return;
  }
  release(<usize>load<u32>(head + L_AT), cap * 3);
  store<u32>(head + L_AT, 0);
  store<u32>(head + L_CAP, 0);
}

/** Which run an index lies in. */
export function runOf(head: usize, index: u32): u32 {
  return index < load<u32>(head + L_A) ? 0 : index < load<u32>(head + L_B) ? 1 : 2;
}

/** Adds a position to a run, behind those that are as new. */
export function insert(block: usize, list: u32, run: u32, position: u32, day: i32): void {
  const head = listAt(block, list);
  const n = load<u32>(head + L_N);
  if (n == load<u32>(head + L_CAP)) resize(head, n + (n >> 3) + 2);
  const cap = load<u32>(head + L_CAP);
  const at = <usize>load<u32>(head + L_AT);
  const days = at + (<usize>cap << 1);
  const a = load<u32>(head + L_A);
  const b = load<u32>(head + L_B);
  const today = load<i32>(block + B_DAY);
  const low = run == 0 ? 0 : run == 1 ? a : b;
  const high = run == 0 ? a : run == 1 ? b : n;
  const age = <i32>ageByte(today, day) - AHEAD;
  const i = cut(days, low, high, today, age);
  memory.copy(at + (<usize>(i + 1) << 1), at + (<usize>i << 1), <usize>(n - i) << 1);
  memory.copy(days + i + 1, days + i, n - i);
  store<u16>(at + (<usize>i << 1), <u16>position);
  store<u8>(days + i, <u8>day);
  if (run == 0) store<u32>(head + L_A, a + 1);
  if (run < 2) store<u32>(head + L_B, b + 1);
  store<u32>(head + L_N, n + 1);
  store<u32>(head + L_CUT_DAY, 0);
  addTotal(list, 1);
}

export function removeAt(block: usize, list: u32, i: u32): void {
  const head = listAt(block, list);
  const n = load<u32>(head + L_N);
  const a = load<u32>(head + L_A);
  const b = load<u32>(head + L_B);
  const at = <usize>load<u32>(head + L_AT);
  const days = at + (<usize>load<u32>(head + L_CAP) << 1);
  memory.copy(at + (<usize>i << 1), at + (<usize>(i + 1) << 1), <usize>(n - i - 1) << 1);
  memory.copy(days + i, days + i + 1, n - i - 1);
  if (i < a) store<u32>(head + L_A, a - 1);
  if (i < b) store<u32>(head + L_B, b - 1);
  store<u32>(head + L_N, n - 1);
  store<u32>(head + L_CUT_DAY, 0);
  addTotal(list, -1);
  shrink(head);
}
