import { allocate, granted, release } from "./heap";
import {
  AGELESS,
  AGES,
  ALIVE,
  B_AGES,
  B_ALIVE,
  B_CELL,
  B_CONSENT,
  B_COUNTRIES,
  B_DAY,
  B_LANGUAGE,
  B_LISTS,
  B_MEMBER,
  B_REGION,
  BLOCK_COUNT,
  blockAt,
  BLOCKS,
  CELL_COUNTS,
  CELL_CURSOR,
  cellOf,
  CELLS,
  CONSENT_PLANES,
  COUNTRIES,
  DEVICES,
  FIRST_MEMBER,
  GENDERS,
  get,
  L_A,
  L_AT,
  L_B,
  L_CAP,
  L_N,
  LIST,
  LIST_TOTALS,
  listAt,
  LISTS,
  MAX_BLOCKS,
  MEMBER_SLOT,
  MEMBERS,
  NOBODY,
  PLANE,
  SCRATCH,
  SEGMENTS,
  set,
  TODAY,
  WORDS,
  WORDS_USED,
} from "./layout";

/** Starts an empty shard for members first .. first + members - 1. Lists are segments, then each company in each of two kinds. */
export function begin(
  first: u32,
  members: u32,
  countries: u32,
  segments: u32,
  companies: u32,
  today: i32,
): void {
  const cells = countries * AGES * GENDERS * DEVICES * 2;
  set(FIRST_MEMBER, first);
  set(MEMBERS, members);
  set(COUNTRIES, countries);
  set(SEGMENTS, segments);
  set(LISTS, segments + companies * 2);
  set(CELLS, cells);
  set(TODAY, <u32>today);
  set(MEMBER_SLOT, <u32>zeroed(members << 2));
  memory.fill(<usize>get(MEMBER_SLOT), 0xff, <usize>members << 2);
  set(LIST_TOTALS, <u32>zeroed(get(LISTS) << 2));
  set(CELL_COUNTS, <u32>zeroed((cells + 1) << 2));
  set(CELL_CURSOR, <u32>zeroed((cells + 1) << 2));
  set(SCRATCH, <u32>zeroed(8 * PLANE));
}

function zeroed(bytes: u32): usize {
  const at = allocate(bytes);
  memory.fill(at, 0, bytes);
  return at;
}

export function addBlock(): u32 {
  const index = get(BLOCK_COUNT);
  if (index >= MAX_BLOCKS) unreachable();
  const size = <u32>B_LISTS + get(LISTS) * <u32>LIST;
  const block = zeroed(size);
  memory.fill(block + B_MEMBER, 0xff, B_REGION);
  for (let word: u32 = 0; word < WORDS; word++) {
    store<u16>(block + B_CELL + (<usize>word << 1), <u16>get(CELLS));
  }
  store<i32>(block + B_DAY, <i32>get(TODAY));
  store<u32>(BLOCKS + (<usize>index << 2), <u32>block);
  set(BLOCK_COUNT, index + 1);
  return index;
}

/** Gives a word to a cell, and tells the word's block that the cell's country and age live there. */
export function nameWord(word: u32, cell: u32): void {
  const block = blockAt(word >> 10);
  store<u16>(block + B_CELL + (<usize>(word & 1023) << 1), <u16>cell);
  const country = cell / (AGES * GENDERS * DEVICES * 2);
  const age = (cell / (GENDERS * DEVICES * 2)) % AGES;
  const byte = block + B_COUNTRIES + (country >> 3);
  store<u8>(byte, load<u8>(byte) | <u8>(<u32>1 << (country & 7)));
  store<u32>(block + B_AGES, load<u32>(block + B_AGES) | (1 << age));
}

/** Turns the tallied sizes of cells into words: cells in order of country, age, gender, device, social; ageless people last. */
export function layCells(): void {
  const cells = get(CELLS);
  const perAge = GENDERS * DEVICES * 2;
  const cursor = <usize>get(CELL_CURSOR);
  let word: u32 = 0;
  for (let pass: u32 = 0; pass < 2; pass++) {
    for (let cell: u32 = 0; cell < cells; cell++) {
      const ageless = (cell / perAge) % AGES == AGELESS;
      if (ageless != (pass == 1)) continue;
      const at = cursor + (<usize>cell << 2);
      const size = load<u32>(at);
      store<u32>(at, word << 6);
      const end = word + ((size + 63) >> 6);
      for (; word < end; word++) {
        while (word >> 10 >= get(BLOCK_COUNT)) addBlock();
        nameWord(word, cell);
      }
    }
  }
  set(WORDS_USED, word);
}

/** Writes a member into a slot of a word that already belongs to the member's cell. */
export function sit(member: u32, slot: u32, region: u32, language: u32, consent: u32): void {
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  store<u32>(<usize>get(MEMBER_SLOT) + (<usize>(member - get(FIRST_MEMBER)) << 2), slot);
  store<u32>(block + B_MEMBER + (<usize>position << 2), member);
  store<u16>(block + B_REGION + (<usize>position << 1), <u16>region);
  store<u8>(block + B_LANGUAGE + position, <u8>language);
  setBit(block + B_ALIVE, position, true);
  for (let plane: u32 = 0; plane < CONSENT_PLANES; plane++) {
    setBit(block + B_CONSENT + <usize>(plane * PLANE), position, ((consent >> plane) & 1) != 0);
  }
  set(ALIVE, get(ALIVE) + 1);
}

// @ts-ignore: decorator
@inline export function setBit(plane: usize, position: u32, on: bool): void {
  const at = plane + (position >> 3);
  const bit = <u8>(<u32>1 << (position & 7));
  store<u8>(at, on ? load<u8>(at) | bit : load<u8>(at) & ~bit);
}
// @ts-ignore: decorator
@inline export function getBit(plane: usize, position: u32): u32 {
  return (<u32>load<u8>(plane + (position >> 3)) >> (position & 7)) & 1;
}

/** While seating, a header's a, b, n count the entries of each run; this turns them into exactly sized arrays and write cursors. */
export function reserve(): void {
  const lists = get(LISTS);
  const blocks = get(BLOCK_COUNT);
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    for (let list: u32 = 0; list < lists; list++) {
      const head = listAt(block, list);
      const one = load<u32>(head + L_A);
      const two = load<u32>(head + L_B);
      const all = one + two + load<u32>(head + L_N);
      if (all == 0) continue;
      store<u32>(head + L_AT, <u32>allocate(all * 3));
      store<u32>(head + L_CAP, granted / 3);
      store<u32>(head + L_A, 0);
      store<u32>(head + L_B, one);
      store<u32>(head + L_N, one + two);
      const total = <usize>get(LIST_TOTALS) + (<usize>list << 2);
      store<u32>(total, load<u32>(total) + all);
    }
  }
}

/** Frees what only building needed. */
export function finish(): void {
  release(<usize>get(CELL_CURSOR), (get(CELLS) + 1) << 2);
  set(CELL_CURSOR, 0);
}

export function memberCount(): u32 {
  return get(MEMBERS);
}

/** The slot of a member, or NOBODY when the member is not here or has left. */
export function slotOf(member: u32): u32 {
  const index = member - get(FIRST_MEMBER);
  if (index >= get(MEMBERS)) return NOBODY;
  return load<u32>(<usize>get(MEMBER_SLOT) + (<usize>index << 2));
}
