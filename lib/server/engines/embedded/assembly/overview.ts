import { clause } from "./clause";
import { matching } from "./evaluate";
import { AGES, B_CELL, blockAt, CELLS, DEVICES, GENDERS, get, PLANE, SCRATCH, WORDS } from "./layout";

const SLOTS: usize = 65536;

/** Keeps of `people` those who have counted fewer than `most` times, and counts them once more. */
// @ts-ignore: decorator
@inline function admitted(people: u64, counters: usize, most: u32): u64 {
  let kept: u64 = 0;
  let left = people;
  while (left != 0) {
    const bit = ctz(left);
    left &= left - 1;
    const at = counters + <usize>bit;
    const count = <u32>load<u8>(at);
    if (count >= most) continue;
    store<u8>(at, <u8>(count + 1));
    kept |= <u64>1 << bit;
  }
  return kept;
}

/**
 * Adds one block to the overview. `question` is everyone who consented; `clauses` follow each other, one a segment; `counters` holds a
 * byte a slot; `table` has a u32 for (segment, country, age). Scratch takes two planes.
 */
export function overviewBlock(
  question: usize,
  index: u32,
  clauses: usize,
  count: u32,
  most: u32,
  counters: usize,
  table: usize,
): void {
  const base = <usize>get(SCRATCH);
  const plane = base + PLANE;
  if (!matching(question, index, base)) return;
  const block = blockAt(index);
  const perCountry = AGES * GENDERS * DEVICES * 2;
  const perAge = GENDERS * DEVICES * 2;
  const row = <usize>(get(CELLS) / perAge) << 2;
  memory.fill(counters, 0, SLOTS);
  let at = clauses;
  for (let s: u32 = 0; s < count; s++) {
    memory.fill(plane, 0, PLANE);
    at = clause(at, block, index, plane);
    const counts = table + <usize>s * row;
    for (let word: usize = 0; word < WORDS; word++) {
      const people = load<u64>(plane + (word << 3)) & load<u64>(base + (word << 3));
      if (people == 0) continue;
      const kept = admitted(people, counters + (word << 6), most);
      const cell = <u32>load<u16>(block + B_CELL + (word << 1));
      const place = counts + (<usize>((cell / perCountry) * AGES + (cell % perCountry) / perAge) << 2);
      store<u32>(place, load<u32>(place) + <u32>popcnt(kept));
    }
  }
}

/** Likewise for pairs: `planes` has room for a plane a branch, `pairs` a u32 for each a < b. */
export function pairsOfBlock(
  question: usize,
  index: u32,
  clauses: usize,
  count: u32,
  most: u32,
  counters: usize,
  planes: usize,
  pairs: usize,
): void {
  const base = <usize>get(SCRATCH);
  if (!matching(question, index, base)) return;
  const block = blockAt(index);
  memory.fill(counters, 0, SLOTS);
  memory.fill(planes, 0, <usize>(count * PLANE));
  let at = clauses;
  for (let b: u32 = 0; b < count; b++) {
    const plane = planes + <usize>(b * PLANE);
    at = clause(at, block, index, plane);
    for (let word: usize = 0; word < WORDS; word++) {
      const people = load<u64>(plane + (word << 3)) & load<u64>(base + (word << 3));
      store<u64>(plane + (word << 3), people == 0 ? 0 : admitted(people, counters + (word << 6), most));
    }
  }
  let pair = pairs;
  for (let a: u32 = 0; a < count; a++) {
    const one = planes + <usize>(a * PLANE);
    for (let b = a + 1; b < count; b++) {
      const other = planes + <usize>(b * PLANE);
      let both: u64 = 0;
      for (let word: usize = 0; word < WORDS; word++) {
        both += popcnt(load<u64>(one + (word << 3)) & load<u64>(other + (word << 3)));
      }
      store<u32>(pair, load<u32>(pair) + <u32>both);
      pair += 4;
    }
  }
}
