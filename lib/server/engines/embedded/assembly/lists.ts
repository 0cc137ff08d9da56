import { allocate, granted, release } from "./heap";
import {
  AHEAD,
  B_DAY,
  get,
  KEPT_DAYS,
  L_A,
  L_AT,
  L_B,
  L_CAP,
  L_N,
  LIST_TOTALS,
  listAt,
  LISTS,
  SEGMENTS,
  TODAY,
} from "./layout";

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

function addTotal(list: u32, by: i32): void {
  const at = <usize>get(LIST_TOTALS) + (<usize>list << 2);
  store<u32>(at, load<u32>(at) + by);
}

function grow(head: usize): void {
  const n = load<u32>(head + L_N);
  const cap = load<u32>(head + L_CAP);
  const at = <usize>load<u32>(head + L_AT);
  const fresh = allocate((cap + (cap >> 3) + 8) * 3);
  const freshCap = granted / 3;
  memory.copy(fresh, at, <usize>n << 1);
  memory.copy(fresh + (<usize>freshCap << 1), at + (<usize>cap << 1), n);
  if (cap > 0) release(at, cap * 3);
  store<u32>(head + L_AT, <u32>fresh);
  store<u32>(head + L_CAP, freshCap);
}

/** Which run an index lies in. */
export function runOf(head: usize, index: u32): u32 {
  return index < load<u32>(head + L_A) ? 0 : index < load<u32>(head + L_B) ? 1 : 2;
}

/** Adds a position to a run; in a company's last run the order does not matter. */
export function insert(block: usize, list: u32, run: u32, position: u32, day: i32): void {
  const head = listAt(block, list);
  const n = load<u32>(head + L_N);
  if (n == load<u32>(head + L_CAP)) grow(head);
  const cap = load<u32>(head + L_CAP);
  const at = <usize>load<u32>(head + L_AT);
  const days = at + (<usize>cap << 1);
  const a = load<u32>(head + L_A);
  const b = load<u32>(head + L_B);
  const today = load<i32>(block + B_DAY);
  const low = run == 0 ? 0 : run == 1 ? a : b;
  const high = run == 0 ? a : run == 1 ? b : n;
  const ordered = run < 2 || list < get(SEGMENTS);
  const age = <i32>ageByte(today, day) - AHEAD;
  const i = ordered ? cut(days, low, high, today, age) : n;
  memory.copy(at + (<usize>(i + 1) << 1), at + (<usize>i << 1), <usize>(n - i) << 1);
  memory.copy(days + i + 1, days + i, n - i);
  store<u16>(at + (<usize>i << 1), <u16>position);
  store<u8>(days + i, <u8>day);
  if (run == 0) store<u32>(head + L_A, a + 1);
  if (run < 2) store<u32>(head + L_B, b + 1);
  store<u32>(head + L_N, n + 1);
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
  addTotal(list, -1);
}

/** Moves a run's entries [from, from + count) down to `to`. */
function pack(at: usize, days: usize, to: u32, from: u32, count: u32): void {
  if (to == from || count == 0) return;
  memory.copy(at + (<usize>to << 1), at + (<usize>from << 1), <usize>count << 1);
  memory.copy(days + to, days + from, count);
}

/** Entries of [low, high) that are still within 180 days of `now`; ages are exact because they were when the block was last touched. */
function alive(days: usize, low: u32, high: u32, then: i32, now: i32): u32 {
  if (high == low) return low;
  const kept = KEPT_DAYS - (now - then);
  if (kept < -AHEAD) return low;
  return cut(days, low, high, then, kept);
}

/**
 * Brings a block to today: expired signals go, companies pass from "recently" to "earlier". Days stay as they are, so
 * a new day costs one look at the oldest entry of each run. Idempotent.
 */
export function touch(block: usize): void {
  const now = <i32>get(TODAY);
  const then = load<i32>(block + B_DAY);
  if (now <= then) return;
  const segments = get(SEGMENTS);
  const lists = get(LISTS);
  for (let list: u32 = 0; list < lists; list++) {
    const head = listAt(block, list);
    const n = load<u32>(head + L_N);
    if (n == 0) continue;
    const a = load<u32>(head + L_A);
    const b = load<u32>(head + L_B);
    const at = <usize>load<u32>(head + L_AT);
    const days = at + (<usize>load<u32>(head + L_CAP) << 1);
    const keptA = alive(days, 0, a, then, now);
    if (list >= segments) {
      store<u32>(head + L_A, keptA);
      store<u32>(head + L_B, keptA);
      continue;
    }
    const keptB = alive(days, a, b, then, now) - a;
    const keptN = alive(days, b, n, then, now) - b;
    if (keptA + keptB + keptN == n) continue;
    pack(at, days, keptA, a, keptB);
    pack(at, days, keptA + keptB, b, keptN);
    store<u32>(head + L_A, keptA);
    store<u32>(head + L_B, keptA + keptB);
    store<u32>(head + L_N, keptA + keptB + keptN);
    addTotal(list, <i32>(keptA + keptB + keptN) - <i32>n);
  }
  store<i32>(block + B_DAY, now);
}
