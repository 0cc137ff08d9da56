import { allocate, release } from "./heap";
import { GONE, get, NOBODY, PLACE_PAGES, PLACE_ROOM, set } from "./layout";

/** The table of places in pages, so that it grows without being copied and numbers far apart cost a page each. */
const PAGE_SHIFT: u32 = 14;
const PAGE_PLACES: u32 = 1 << PAGE_SHIFT;

function growDirectory(least: u32): void {
  const room = get(PLACE_ROOM);
  const wanted = max<u32>(least, room + (room >> 1) + 16);
  const fresh = allocate(wanted << 2);
  memory.fill(fresh, 0, <usize>wanted << 2);
  const old = <usize>get(PLACE_PAGES);
  if (room > 0) {
    memory.copy(fresh, old, <usize>room << 2);
    release(old, room << 2);
  }
  set(PLACE_PAGES, <u32>fresh);
  set(PLACE_ROOM, wanted);
}

/** Where a place's slot is kept; makes the page when it is the first of its page. */
export function placeEntry(place: u32): usize {
  const page = place >> PAGE_SHIFT;
  if (page >= get(PLACE_ROOM)) growDirectory(page + 1);
  const link = <usize>get(PLACE_PAGES) + (<usize>page << 2);
  if (load<u32>(link) == 0) {
    const fresh = allocate(PAGE_PLACES << 2);
    memory.fill(fresh, 0xff, PAGE_PLACES << 2);
    store<u32>(link, <u32>fresh);
  }
  return <usize>load<u32>(link) + (<usize>(place & (PAGE_PLACES - 1)) << 2);
}

/** The slot of the member in a place, or NOBODY when nobody has joined there or they have left. */
export function slotOf(place: u32): u32 {
  const page = place >> PAGE_SHIFT;
  if (page >= get(PLACE_ROOM)) return NOBODY;
  const at = <usize>load<u32>(<usize>get(PLACE_PAGES) + (<usize>page << 2));
  if (at == 0) return NOBODY;
  const slot = load<u32>(at + (<usize>(place & (PAGE_PLACES - 1)) << 2));
  return slot == GONE ? NOBODY : slot;
}
