import { carryCompanies } from "./companies";
import { blockAt, get, GONE, L_AT, L_CAP, L_N, listAt, LISTS, NOBODY } from "./layout";
import { insert, removeAt, runOf } from "./lists";

/** Where the member in each slot of a word goes: a slot, NOBODY for who stays, GONE for who leaves. */
const TARGETS: usize = memory.data(256, 16);

export function clearTargets(): void {
  memory.fill(TARGETS, 0xff, 256);
}
export function setTarget(slot: u32, target: u32): void {
  store<u32>(TARGETS + (<usize>(slot & 63) << 2), target);
}

/** The next index from `i` on whose position lies in a word, or n. */
function nextInWord(at: usize, i: u32, n: u32, word: u32): u32 {
  const mask = i16x8.splat(-64);
  const wanted = i16x8.splat(<i16>(word << 6));
  for (; i + 8 <= n; i += 8) {
    const hits = <u32>i16x8.bitmask(i16x8.eq(v128.and(v128.load(at + (<usize>i << 1)), mask), wanted));
    if (hits != 0) return i + ctz(hits);
  }
  for (; i < n; i++) {
    if (<u32>load<u16>(at + (<usize>i << 1)) >> 6 == word) return i;
  }
  return n;
}

/** Moves everything that members of one word are on to where their targets say. All blocks concerned must be touched. */
export function carry(word: u32): void {
  const block = blockAt(word >> 10);
  const here = word & 1023;
  const lists = get(LISTS);
  for (let list: u32 = 0; list < lists; list++) {
    const head = listAt(block, list);
    let i: u32 = 0;
    while (true) {
      const at = <usize>load<u32>(head + L_AT);
      i = nextInWord(at, i, load<u32>(head + L_N), here);
      if (i >= load<u32>(head + L_N)) break;
      const position = <u32>load<u16>(at + (<usize>i << 1));
      const target = load<u32>(TARGETS + (<usize>(position & 63) << 2));
      if (target == NOBODY) {
        i++;
        continue;
      }
      const run = runOf(head, i);
      const day = <i32>load<u8>(at + (<usize>load<u32>(head + L_CAP) << 1) + i);
      removeAt(block, list, i);
      if (target != GONE) insert(blockAt(target >> 16), list, run, target & 65535, day);
    }
  }
  carryCompanies(block, here, TARGETS, NOBODY, GONE);
}
