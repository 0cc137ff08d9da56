import { allocate } from "./heap";
import {
  AGES,
  B_AGES,
  B_ALIVE,
  B_CELL,
  B_COMPANIES,
  B_COUNTRIES,
  B_DAY,
  B_FREE,
  B_LISTS,
  B_MEMBER,
  B_REGION,
  BLOCK_COUNT,
  blockAt,
  BLOCKS,
  BUCKETS,
  bump,
  byCell,
  CELL_HINT,
  CELL_PEOPLE,
  CELL_WORDS,
  CELLS,
  DEVICES,
  GENDERS,
  get,
  LIST,
  LISTS,
  MAX_BLOCKS,
  NOBODY,
  set,
  TODAY,
  WORDS,
} from "./layout";

/** The bytes of a bucket in a block's directory of companies. */
export const BUCKET: u32 = 12;

export function zeroed(bytes: u32): usize {
  const at = allocate(bytes);
  memory.fill(at, 0, bytes);
  return at;
}

/** A block of free words. */
export function addBlock(): u32 {
  const index = get(BLOCK_COUNT);
  if (index >= MAX_BLOCKS) unreachable();
  const block = zeroed(<u32>B_LISTS + get(LISTS) * <u32>LIST);
  memory.fill(block + B_MEMBER, 0xff, B_REGION);
  for (let word: u32 = 0; word < WORDS; word++) {
    store<u16>(block + B_CELL + (<usize>word << 1), <u16>get(CELLS));
  }
  store<u32>(block + B_FREE, WORDS);
  store<i32>(block + B_DAY, <i32>get(TODAY));
  store<u32>(block + B_COMPANIES, <u32>zeroed(get(BUCKETS) * BUCKET));
  store<u32>(BLOCKS + (<usize>index << 2), <u32>block);
  set(BLOCK_COUNT, index + 1);
  return index;
}

function tellBlock(block: usize, cell: u32): void {
  const country = cell / (AGES * GENDERS * DEVICES * 2);
  const age = (cell / (GENDERS * DEVICES * 2)) % AGES;
  const byte = block + B_COUNTRIES + (country >> 3);
  store<u8>(byte, load<u8>(byte) | <u8>(<u32>1 << (country & 7)));
  store<u32>(block + B_AGES, load<u32>(block + B_AGES) | (1 << age));
}

/** Gives a free word to a cell, and tells the word's block that the cell's country and age live there. */
export function nameWord(word: u32, cell: u32): void {
  const block = blockAt(word >> 10);
  store<u16>(block + B_CELL + (<usize>(word & 1023) << 1), <u16>cell);
  bump(block + B_FREE, -1);
  bump(byCell(CELL_WORDS, cell), 1);
  tellBlock(block, cell);
}

/** Takes an empty word from its cell; what the block's other words hold is looked up again. */
export function freeWord(word: u32, cell: u32): void {
  const block = blockAt(word >> 10);
  const cells = get(CELLS);
  store<u16>(block + B_CELL + (<usize>(word & 1023) << 1), <u16>cells);
  bump(block + B_FREE, 1);
  bump(byCell(CELL_WORDS, cell), -1);
  memory.fill(block + B_COUNTRIES, 0, 32);
  store<u32>(block + B_AGES, 0);
  let before = cells;
  for (let i: usize = 0; i < WORDS; i++) {
    const one = <u32>load<u16>(block + B_CELL + (i << 1));
    if (one < cells && one != before) tellBlock(block, one);
    before = one;
  }
}

function holds(block: usize, country: u32): bool {
  return ((<u32>load<u8>(block + B_COUNTRIES + (country >> 3)) >> (country & 7)) & 1) != 0;
}

/** A free slot in one of the cell's own words, or NOBODY. */
function holeIn(cell: u32): u32 {
  const hint = load<u32>(byCell(CELL_HINT, cell));
  if (hint != NOBODY) {
    const block = blockAt(hint >> 10);
    const word = <usize>(hint & 1023);
    const taken = load<u64>(block + B_ALIVE + (word << 3));
    if (<u32>load<u16>(block + B_CELL + (word << 1)) == cell && taken != u64.MAX_VALUE) {
      return (hint << 6) + <u32>ctz(~taken);
    }
  }
  if (load<u32>(byCell(CELL_PEOPLE, cell)) >= load<u32>(byCell(CELL_WORDS, cell)) << 6) return NOBODY;
  const country = cell / (AGES * GENDERS * DEVICES * 2);
  const wanted = i16x8.splat(<i16>cell);
  const blocks = get(BLOCK_COUNT);
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    if (!holds(block, country)) continue;
    for (let word: u32 = 0; word < WORDS; word += 8) {
      const same = i16x8.eq(v128.load(block + B_CELL + (<usize>word << 1)), wanted);
      let hits = <u32>i16x8.bitmask(same);
      while (hits != 0) {
        const at = word + ctz(hits);
        hits &= hits - 1;
        const taken = load<u64>(block + B_ALIVE + (<usize>at << 3));
        if (taken == u64.MAX_VALUE) continue;
        store<u32>(byCell(CELL_HINT, cell), (index << 10) + at);
        return (index << 16) + (at << 6) + <u32>ctz(~taken);
      }
    }
  }
  return NOBODY;
}

/** A word that belongs to no cell, if possible where the country lives already. */
function unusedWord(country: u32): u32 {
  const blocks = get(BLOCK_COUNT);
  let found = NOBODY;
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    if (load<u32>(block + B_FREE) == 0) continue;
    const atHome = holds(block, country);
    if (found == NOBODY || atHome) found = index;
    if (atHome) break;
  }
  if (found == NOBODY) return addBlock() << 10;
  const block = blockAt(found);
  const cells = get(CELLS);
  let word: u32 = 0;
  while (<u32>load<u16>(block + B_CELL + (<usize>word << 1)) != cells) word++;
  return (found << 10) + word;
}

/** A free slot of a cell: in one of its own words, else in a word that nobody uses, which may open a block. */
export function freeSlot(cell: u32): u32 {
  const hole = holeIn(cell);
  if (hole != NOBODY) return hole;
  const word = unusedWord(cell / (AGES * GENDERS * DEVICES * 2));
  nameWord(word, cell);
  store<u32>(byCell(CELL_HINT, cell), word);
  return word << 6;
}
