import {
  ALIVE,
  BLOCK_COUNT,
  CELL_COUNTS,
  get,
  COMPANIES,
  LIST_TOTALS,
  LISTS,
  MEMBERS,
  TODAY,
} from "./layout";

export { begin, finish, layCells, reserve } from "./build";
export { reserveCompanies } from "./companies";
export { sortRelations } from "./company-build";
export { slotOf } from "./places";
export { fill, seat, tally } from "./batch";
export { addEntry, advance, join, leave, move, removeEntry, setActive, setConsent, touchBlock } from "./change";
export { allocate, freeBytes, heapTop, release } from "./heap";
export { admit, answer } from "./evaluate";
export { audience, lastMember, reachDay } from "./deliver";
export { overlap } from "./overlap";
export { overviewBlock, pairsOfBlock } from "./overview";
export { sortRuns } from "./sort";
export { spareWords, tidy, usedWords } from "./tidy";
export { checksum } from "./checksum";
export { tallyUnion } from "./tally-union";
export { closeUnion, openUnion, unite } from "./unite";

export function cellCounts(): u32 {
  return get(CELL_COUNTS);
}
export function listTotals(): u32 {
  return get(LIST_TOTALS);
}
export function blockCount(): u32 {
  return get(BLOCK_COUNT);
}
export function aliveCount(): u32 {
  return get(ALIVE);
}
export function today(): i32 {
  return <i32>get(TODAY);
}
/** Lists in all: segments, then two kinds of every company. */
export function listCount(): u32 {
  return get(LISTS) + (get(COMPANIES) << 1);
}
/** One more than the highest place in use. */
export function placeCount(): u32 {
  return get(MEMBERS);
}
