import { carry, clearTargets, setTarget } from "./carry";
import {
  B_ALIVE,
  B_CELL,
  B_FREE,
  B_MEMBER,
  BLOCK_COUNT,
  blockAt,
  bump,
  byCell,
  CELL_HINT,
  CELL_PEOPLE,
  CELL_WORDS,
  CELLS,
  get,
  NOBODY,
  set,
  TIDY_CURSOR,
  WORDS,
} from "./layout";
import { copySeat, vacate } from "./seats";
import { touch } from "./touch";
import { freeSlot, nameWord } from "./words";

/** The blocks that the last step changed: how many, then their indexes. */
const CHANGED: usize = memory.data(264, 16);

/** Words that a cell could do without. Cells of a few people may breathe. */
// @ts-ignore: decorator
@inline function spare(cell: u32): u32 {
  return load<u32>(byCell(CELL_WORDS, cell)) - ((load<u32>(byCell(CELL_PEOPLE, cell)) + 63) >> 6);
}

/** Words that belong to cells which could do without them. */
export function spareWords(): u32 {
  let sum: u32 = 0;
  const cells = get(CELLS);
  for (let cell: u32 = 0; cell < cells; cell++) sum += spare(cell);
  return sum;
}

export function usedWords(): u32 {
  const blocks = get(BLOCK_COUNT);
  let words = blocks * WORDS;
  for (let index: u32 = 0; index < blocks; index++) words -= load<u32>(blockAt(index) + B_FREE);
  return words;
}

/** The word of a cell with the fewest people. */
function sparsest(cell: u32): u32 {
  const wanted = i16x8.splat(<i16>cell);
  let found = NOBODY;
  let fewest: u32 = 65;
  const blocks = get(BLOCK_COUNT);
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    for (let word: u32 = 0; word < WORDS; word += 8) {
      let hits = <u32>i16x8.bitmask(i16x8.eq(v128.load(block + B_CELL + (<usize>word << 1)), wanted));
      while (hits != 0) {
        const at = word + ctz(hits);
        hits &= hits - 1;
        const people = <u32>popcnt(load<u64>(block + B_ALIVE + (<usize>at << 3)));
        if (people >= fewest) continue;
        fewest = people;
        found = (index << 10) + at;
      }
    }
  }
  return found;
}

function noteBlock(index: u32): void {
  const count = load<u32>(CHANGED);
  for (let i: u32 = 0; i < count; i++) {
    if (load<u32>(CHANGED + 4 + (<usize>i << 2)) == index) return;
  }
  store<u32>(CHANGED + 4 + (<usize>count << 2), index);
  store<u32>(CHANGED, count + 1);
}

/** Seats everybody of a word in the cell's other words, which have room for them, and frees it. */
function empty(word: u32, cell: u32): void {
  const block = blockAt(word >> 10);
  const here = <usize>(word & 1023);
  const people = load<u64>(block + B_ALIVE + (here << 3));
  touch(block);
  noteBlock(word >> 10);
  // While they look for seats, the word and its people do not count among the cell's.
  store<u16>(block + B_CELL + (here << 1), 0xffff);
  bump(byCell(CELL_WORDS, cell), -1);
  bump(byCell(CELL_PEOPLE, cell), -(<i32>popcnt(people)));
  clearTargets();
  for (let left = people; left != 0; left &= left - 1) {
    const slot = (word << 6) + <u32>ctz(left);
    const to = freeSlot(cell);
    touch(blockAt(to >> 16));
    noteBlock(to >> 16);
    copySeat(slot, to);
    setTarget(slot, to);
  }
  carry(word);
  bump(byCell(CELL_PEOPLE, cell), <i32>popcnt(people));
  bump(block + B_FREE, 1);
  nameWord(word, cell);
  for (let left = people; left != 0; left &= left - 1) vacate((word << 6) + <u32>ctz(left));
  store<u32>(byCell(CELL_HINT, cell), NOBODY);
}

/**
 * Frees one word of a cell with more words than its people need; answers where it stands which blocks changed (a count, then
 * indexes), or 0 when every cell is packed.
 */
export function tidy(): u32 {
  const cells = get(CELLS);
  const start = get(TIDY_CURSOR);
  for (let i: u32 = 0; i < cells; i++) {
    const cell = (start + i) % cells;
    if (spare(cell) == 0) continue;
    set(TIDY_CURSOR, cell);
    store<u32>(CHANGED, 0);
    empty(sparsest(cell), cell);
    return <u32>CHANGED;
  }
  return 0;
}
