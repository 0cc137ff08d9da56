import {
  ALIVE,
  BLOCK_COUNT,
  CELL_COUNTS,
  get,
  LIST_TOTALS,
  TODAY,
} from "./layout";

export { begin, finish, layCells, reserve, slotOf } from "./build";
export { fill, seat, tally } from "./batch";
export { addEntry, advance, leave, move, removeEntry, setConsent, touchBlock } from "./change";
export { allocate, heapTop, release } from "./heap";
export { admit, answer } from "./evaluate";
export { audience, lastMember, reachDay } from "./deliver";
export { overlap } from "./overlap";
export { overviewBlock, pairsOfBlock } from "./overview";
export { sortRuns } from "./sort";
export { checksum } from "./checksum";
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
