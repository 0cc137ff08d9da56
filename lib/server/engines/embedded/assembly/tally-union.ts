import { AGELESS, AGES, CELLS, DEVICES, GENDERS, get, NO_REGION, NOBODY } from "./layout";
import { slotOf } from "./places";
import { cellAt, regionAt } from "./seats";

const PAGE_MEMBERS: u32 = 65536;

/**
 * Adds the people of a union who stand in a stretch of members (from `member` on, in places from `place` on) to `counts`: by cell,
 * or by region when `regions` says how many there are (whose region is not known comes after the last). People without an age
 * stand nowhere.
 */
export function tallyUnion(
  table: usize,
  member: u32,
  place: u32,
  places: u32,
  regions: u32,
  counts: usize,
): void {
  let offset: u32 = 0;
  while (offset < places) {
    const number = member + offset;
    const inPage = number & (PAGE_MEMBERS - 1);
    const page = <usize>load<u32>(table + (<usize>(number >> 16) << 2));
    if (page == 0) {
      offset += PAGE_MEMBERS - inPage;
      continue;
    }
    const bit = inPage & 63;
    const span = min<u32>(64 - bit, places - offset);
    let people = load<u64>(page + (<usize>(inPage >> 6) << 3)) >> <u64>bit;
    if (span < 64) people &= (<u64>1 << <u64>span) - 1;
    while (people != 0) {
      add(slotOf(place + offset + <u32>ctz(people)), regions, counts);
      people &= people - 1;
    }
    offset += span;
  }
}

// @ts-ignore: decorator
@inline function add(slot: u32, regions: u32, counts: usize): void {
  if (slot == NOBODY) return;
  const cell = cellAt(slot);
  if (cell >= get(CELLS) || (cell / (GENDERS * DEVICES * 2)) % AGES == AGELESS) return;
  let index = cell;
  if (regions > 0) {
    const region = regionAt(slot);
    index = region == <u32>NO_REGION ? regions : region;
  }
  const at = counts + (<usize>index << 2);
  store<u32>(at, load<u32>(at) + 1);
}
