import { reserveCompanies } from "./companies";
import { reserveRelations } from "./company-build";
import { allocate, granted, release } from "./heap";
import {
  AGELESS,
  AGES,
  BLOCK_COUNT,
  blockAt,
  CELL_COUNTS,
  CELL_CURSOR,
  CELL_HINT,
  CELL_PEOPLE,
  CELL_WORDS,
  CELLS,
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
  LIST_TOTALS,
  listAt,
  LISTS,
  MEMBERS,
  PLANE,
  SCRATCH,
  SEGMENTS,
  set,
  TODAY,
} from "./layout";
import { placeEntry } from "./places";
import { addBlock, nameWord, zeroed } from "./words";

/** Starts an empty shard whose first places are for members first .. first + members - 1. */
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
  set(LISTS, segments);
  set(CELLS, cells);
  set(TODAY, <u32>today);
  set(LIST_TOTALS, <u32>zeroed(segments << 2));
  reserveCompanies(max<u32>(companies, 1));
  set(CELL_COUNTS, <u32>zeroed((cells + 1) << 2));
  set(CELL_CURSOR, <u32>zeroed((cells + 1) << 2));
  set(CELL_PEOPLE, <u32>zeroed(cells << 2));
  set(CELL_WORDS, <u32>zeroed(cells << 2));
  set(CELL_HINT, <u32>allocate(cells << 2));
  memory.fill(<usize>get(CELL_HINT), 0xff, <usize>cells << 2);
  set(SCRATCH, <u32>zeroed(8 * PLANE));
  for (let place: u32 = 0; place < members; place += 16384) placeEntry(place);
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
    reserveRelations(block);
  }
}

/** Frees what only building needed. */
export function finish(): void {
  release(<usize>get(CELL_CURSOR), (get(CELLS) + 1) << 2);
  set(CELL_CURSOR, 0);
}
