import { matching } from "./evaluate";
import { BLOCK_COUNT, get, PLANE, SCRATCH, WORDS } from "./layout";

const PART: usize = memory.data(1024, 16);

/**
 * Splits one word's people by audience: after level i, part[m] holds those whose membership in audiences 0..i is m.
 * Parts that are empty are not split further, so sparse overlaps cost little.
 */
function splitWord(planes: usize, word: usize, audiences: u32, cells: usize): void {
  let any: u64 = 0;
  for (let i: u32 = 0; i < audiences; i++) {
    any |= load<u64>(planes + <usize>(i * PLANE) + (word << 3));
  }
  if (any == 0) return;
  store<u64>(PART, any);
  for (let i: u32 = 0; i < audiences; i++) {
    const plane = load<u64>(planes + <usize>(i * PLANE) + (word << 3));
    const parts: u32 = 1 << i;
    for (let m: u32 = 0; m < parts; m++) {
      const at = PART + (<usize>m << 3);
      const people = load<u64>(at);
      store<u64>(PART + (<usize>(m | parts) << 3), people & plane);
      store<u64>(at, people & ~plane);
    }
  }
  const all: u32 = 1 << audiences;
  for (let m: u32 = 1; m < all; m++) {
    const people = load<u64>(PART + (<usize>m << 3));
    if (people == 0) continue;
    const cell = cells + (<usize>m << 2);
    store<u32>(cell, load<u32>(cell) + <u32>popcnt(people));
  }
}

/** Exclusive cells of up to six audiences in one pass: `questions` holds their addresses, `cells` 2^audiences counts. */
export function overlap(questions: usize, audiences: u32, cells: usize): void {
  memory.fill(cells, 0, <usize>4 << audiences);
  const planes = <usize>get(SCRATCH);
  const blocks = get(BLOCK_COUNT);
  for (let index: u32 = 0; index < blocks; index++) {
    let some = false;
    for (let i: u32 = 0; i < audiences; i++) {
      const plane = planes + <usize>(i * PLANE);
      if (matching(<usize>load<u32>(questions + (<usize>i << 2)), index, plane)) some = true;
      else memory.fill(plane, 0, PLANE);
    }
    if (!some) continue;
    for (let word: usize = 0; word < WORDS; word++) splitWord(planes, word, audiences, cells);
  }
}
