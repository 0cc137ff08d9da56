import { get, KEPT_DAYS, L_A, L_AT, L_B, L_CAP, L_CUT_DAY, L_CUTS, L_N, TODAY } from "./layout";
import { cut } from "./lists";

/** Bytes of one run's three ends, and where each window's stands among them. */
const RUN: usize = 6;
const WEEK: usize = 0;
const MONTH: usize = 2;
const QUARTER: usize = 4;

function cutRun(ends: usize, days: usize, low: u32, high: u32): void {
  const today = <i32>get(TODAY);
  const quarter = cut(days, low, high, today, 90);
  const month = cut(days, low, quarter, today, 30);
  store<u16>(ends + QUARTER, <u16>(quarter - low));
  store<u16>(ends + MONTH, <u16>(month - low));
  store<u16>(ends + WEEK, <u16>(cut(days, low, month, today, 7) - low));
}

/**
 * Makes sure that a list knows where its windows of 7, 30 and 90 days end today, and returns where that stands. Searching
 * for them costs several looks into memory a list, and a branch of the taxonomy has dozens of lists a block.
 */
function settled(head: usize): usize {
  const ends = head + L_CUTS;
  if (load<u32>(head + L_CUT_DAY) == get(TODAY) + 1) return ends;
  const a = load<u32>(head + L_A);
  const b = load<u32>(head + L_B);
  const days = <usize>load<u32>(head + L_AT) + (<usize>load<u32>(head + L_CAP) << 1);
  cutRun(ends, days, 0, a);
  cutRun(ends + RUN, days, a, b);
  cutRun(ends + RUN + RUN, days, b, load<u32>(head + L_N));
  store<u32>(head + L_CUT_DAY, get(TODAY) + 1);
  return ends;
}

/** Where the entries of run 0, 1 or 2, [low, high), end that are at most `within` days old. */
export function windowEnd(head: usize, run: usize, low: u32, high: u32, within: i32): u32 {
  if (within == KEPT_DAYS) return high;
  // A run of all 65,536 positions of a block has no end that fits.
  const known = high - low < 65536 && (within == 7 || within == 30 || within == 90);
  if (!known) {
    const days = <usize>load<u32>(head + L_AT) + (<usize>load<u32>(head + L_CAP) << 1);
    return cut(days, low, high, <i32>get(TODAY), within);
  }
  const window = within == 7 ? WEEK : within == 30 ? MONTH : QUARTER;
  return low + <u32>load<u16>(settled(head) + run * RUN + window);
}
