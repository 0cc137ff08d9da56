import { allocate, release } from "./heap";
import {
  BLOCK_COUNT,
  blockAt,
  get,
  L_A,
  L_AT,
  L_B,
  L_CAP,
  L_N,
  listAt,
  LISTS,
  SEGMENTS,
  TODAY,
} from "./layout";
import { ageByte } from "./lists";

const COUNTS: usize = memory.data(1028, 16);

/** Counting sort of one run by age, newest first; `spare` holds 3 bytes an entry. */
function sortRun(at: usize, days: usize, low: u32, high: u32, spare: usize, today: i32): void {
  const n = high - low;
  if (n < 2) return;
  memory.fill(COUNTS, 0, 1028);
  const spareDays = spare + (<usize>n << 1);
  memory.copy(spare, at + (<usize>low << 1), <usize>n << 1);
  memory.copy(spareDays, days + low, n);
  for (let i: u32 = 0; i < n; i++) {
    const bucket = COUNTS + 4 + (<usize>ageByte(today, load<u8>(spareDays + i)) << 2);
    store<u32>(bucket, load<u32>(bucket) + 1);
  }
  let sum: u32 = low;
  for (let i: usize = 0; i <= 256; i++) {
    sum += load<u32>(COUNTS + (i << 2));
    store<u32>(COUNTS + (i << 2), sum);
  }
  for (let i: u32 = 0; i < n; i++) {
    const day = load<u8>(spareDays + i);
    const bucket = COUNTS + (<usize>ageByte(today, day) << 2);
    const to = load<u32>(bucket);
    store<u32>(bucket, to + 1);
    store<u16>(at + (<usize>to << 1), load<u16>(spare + (<usize>i << 1)));
    store<u8>(days + to, day);
  }
}

/** Orders every run newest first, after the entries were written in member order. */
export function sortRuns(): void {
  const lists = get(LISTS);
  const segments = get(SEGMENTS);
  const today = <i32>get(TODAY);
  const blocks = get(BLOCK_COUNT);
  const spare = allocate(65536 * 3);
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    for (let list: u32 = 0; list < lists; list++) {
      const head = listAt(block, list);
      const n = load<u32>(head + L_N);
      if (n == 0) continue;
      const a = load<u32>(head + L_A);
      const b = load<u32>(head + L_B);
      const at = <usize>load<u32>(head + L_AT);
      const days = at + (<usize>load<u32>(head + L_CAP) << 1);
      sortRun(at, days, 0, a, spare, today);
      if (list >= segments) continue;
      sortRun(at, days, a, b, spare, today);
      sortRun(at, days, b, n, spare, today);
    }
  }
  release(spare, 65536 * 3);
}
