import { ageCompanies } from "./companies";
import { AHEAD, B_DAY, get, KEPT_DAYS, L_A, L_AT, L_B, L_CAP, L_CUT_DAY, L_N, listAt, LISTS, TODAY } from "./layout";
import { addTotal, cut, shrink } from "./lists";

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
 * Brings a block to today: expired signals go, and companies pass from "recently" to "earlier". Days stay as they are,
 * so for signals a new day costs one look at the oldest entry of each run. Idempotent.
 */
export function touch(block: usize): void {
  const now = <i32>get(TODAY);
  const then = load<i32>(block + B_DAY);
  if (now <= then) return;
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
    const keptB = alive(days, a, b, then, now) - a;
    const keptN = alive(days, b, n, then, now) - b;
    if (keptA + keptB + keptN == n) continue;
    pack(at, days, keptA, a, keptB);
    pack(at, days, keptA + keptB, b, keptN);
    store<u32>(head + L_A, keptA);
    store<u32>(head + L_B, keptA + keptB);
    store<u32>(head + L_N, keptA + keptB + keptN);
    store<u32>(head + L_CUT_DAY, 0);
    addTotal(list, <i32>(keptA + keptB + keptN) - <i32>n);
    shrink(head);
  }
  ageCompanies(block, then, now);
  store<i32>(block + B_DAY, now);
}
