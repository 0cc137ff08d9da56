import { markCompany } from "./companies";
import { get, L_A, L_AT, L_B, L_N, listAt, PLANE, SEGMENTS } from "./layout";
import { windowEnd } from "./windows";

// A clause: the filter, the address of its kept plane or 0, the number of lists, the lists.
const C_FILTER: usize = 0;
const C_PLANE: usize = 4;
const C_COUNT: usize = 8;
const C_LISTS: usize = 12;

/** A filter is within-days in the low byte (255: at any time) and the least strength above it. */
const EVER: i32 = 255;
const LONGEST: i32 = 180;

// A kept plane: how many blocks it has room for, a byte a block that says whether it is filled, then the planes.
export const P_ROOM: usize = 0;
export const P_FILLED: usize = 16;
export const P_PLANES: usize = 1040;

/** The word of the position in the low 16 bits of `four`; a shift by `four` itself takes its low 6 bits. */
// @ts-ignore: decorator
@inline function wordAt(plane: usize, four: u64): usize {
  return plane + (<usize>(four >> 3) & 0x1ff8);
}
// @ts-ignore: decorator
@inline function setOne(plane: usize, four: u64): void {
  const word = wordAt(plane, four);
  store<u64>(word, load<u64>(word) | (<u64>1 << four));
}
// @ts-ignore: decorator
@inline function clearOne(plane: usize, four: u64): void {
  const word = wordAt(plane, four);
  store<u64>(word, load<u64>(word) & ~(<u64>1 << four));
}

/** Positions are read four at a time. */
function setRange(plane: usize, positions: usize, low: u32, high: u32): void {
  let at = positions + (<usize>low << 1);
  const end = positions + (<usize>high << 1);
  for (; at + 8 <= end; at += 8) {
    const four = load<u64>(at);
    setOne(plane, four);
    setOne(plane, four >> 16);
    setOne(plane, four >> 32);
    setOne(plane, four >> 48);
  }
  for (; at < end; at += 2) setOne(plane, load<u16>(at));
}

function clearRange(plane: usize, positions: usize, low: u32, high: u32): void {
  let at = positions + (<usize>low << 1);
  const end = positions + (<usize>high << 1);
  for (; at + 8 <= end; at += 8) {
    const four = load<u64>(at);
    clearOne(plane, four);
    clearOne(plane, four >> 16);
    clearOne(plane, four >> 32);
    clearOne(plane, four >> 48);
  }
  for (; at < end; at += 2) clearOne(plane, load<u16>(at));
}

// @ts-ignore: decorator
@inline function apply(clear: bool, plane: usize, positions: usize, low: u32, high: u32): void {
  if (high <= low) return;
  if (clear) clearRange(plane, positions, low, high);
  else setRange(plane, positions, low, high);
}

/** Sets or clears the bits of the people on one list who pass the filter. */
function applyList(head: usize, filter: u32, clear: bool, plane: usize): void {
  const n = load<u32>(head + L_N);
  if (n == 0) return;
  const within = <i32>(filter & 255);
  const strength = filter >> 8;
  const a = load<u32>(head + L_A);
  const b = load<u32>(head + L_B);
  const at = <usize>load<u32>(head + L_AT);
  if (within == LONGEST) {
    apply(clear, plane, at, 0, strength == 3 ? a : strength == 2 ? b : n);
    return;
  }
  apply(clear, plane, at, 0, windowEnd(head, 0, 0, a, within));
  if (strength < 3) apply(clear, plane, at, a, windowEnd(head, 1, a, b, within));
  if (strength < 2) apply(clear, plane, at, b, windowEnd(head, 2, b, n, within));
}

function applyLists(at: usize, block: usize, clear: bool, plane: usize): void {
  const filter = load<u32>(at + C_FILTER);
  const count = load<u32>(at + C_COUNT);
  const segments = get(SEGMENTS);
  for (let i: u32 = 0; i < count; i++) {
    const list = load<u32>(at + C_LISTS + (<usize>i << 2));
    if (list < segments) applyList(listAt(block, list), filter, clear, plane);
    else markCompany(block, list, <i32>(filter & 255), (filter & 255) == <u32>EVER, clear, plane);
  }
}

/** The clause's kept plane for a block, filled if it was not, or 0 when it keeps none. */
function keptPlane(at: usize, block: usize, index: u32): usize {
  const kept = <usize>load<u32>(at + C_PLANE);
  if (kept == 0 || index >= load<u32>(kept + P_ROOM)) return 0;
  const plane = kept + P_PLANES + <usize>(index * PLANE);
  if (load<u8>(kept + P_FILLED + index) == 0) {
    memory.fill(plane, 0, PLANE);
    applyLists(at, block, false, plane);
    store<u8>(kept + P_FILLED + index, 1);
  }
  return plane;
}

const SEEN: usize = memory.data(16, 16);

/**
 * Looks at the first entries of every list that the clause is about to walk. These looks do not wait for one another, so
 * memory answers many of them at a time instead of one list after the other. Returns where the next clause starts.
 */
export function look(at: usize, block: usize, index: u32): usize {
  const kept = <usize>load<u32>(at + C_PLANE);
  const filled =
    kept != 0 && index < load<u32>(kept + P_ROOM) && load<u8>(kept + P_FILLED + index) != 0;
  if (filled) return next(at);
  const count = load<u32>(at + C_COUNT);
  const segments = get(SEGMENTS);
  let seen: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const list = load<u32>(at + C_LISTS + (<usize>i << 2));
    if (list < segments) seen |= <u32>load<u8>(<usize>load<u32>(listAt(block, list) + L_AT));
  }
  // Kept, so that the compiler does not find the looks useless.
  store<u32>(SEEN, seen);
  return next(at);
}

// @ts-ignore: decorator
@inline function next(at: usize): usize {
  return at + C_LISTS + (<usize>load<u32>(at + C_COUNT) << 2);
}

/** ORs the people of a clause into a plane; returns where the next clause starts. */
export function clause(at: usize, block: usize, index: u32, into: usize): usize {
  const plane = keptPlane(at, block, index);
  if (plane == 0) applyLists(at, block, false, into);
  else {
    for (let byte: usize = 0; byte < PLANE; byte += 16) {
      v128.store(into + byte, v128.or(v128.load(into + byte), v128.load(plane + byte)));
    }
  }
  return next(at);
}

/** Takes the people of a clause out of a plane; returns where the next clause starts. */
export function clearClause(at: usize, block: usize, index: u32, into: usize): usize {
  const plane = keptPlane(at, block, index);
  if (plane == 0) applyLists(at, block, true, into);
  else {
    for (let byte: usize = 0; byte < PLANE; byte += 16) {
      v128.store(into + byte, v128.andnot(v128.load(into + byte), v128.load(plane + byte)));
    }
  }
  return next(at);
}
