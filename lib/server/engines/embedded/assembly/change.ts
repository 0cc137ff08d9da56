import { addBlock, getBit, nameWord, setBit, slotOf } from "./build";
import {
  AGES,
  AHEAD,
  ALIVE,
  B_ALIVE,
  B_CELL,
  B_CONSENT,
  B_LANGUAGE,
  B_MEMBER,
  B_REGION,
  BLOCK_COUNT,
  blockAt,
  CELLS,
  CONSENT_PLANES,
  DEVICES,
  FIRST_MEMBER,
  GENDERS,
  get,
  KEPT_DAYS,
  L_AT,
  L_CAP,
  listAt,
  LISTS,
  MEMBER_SLOT,
  NO_REGION,
  NOBODY,
  PLANE,
  SEGMENTS,
  set,
  TODAY,
  WORDS,
  WORDS_USED,
} from "./layout";
import { find, insert, removeAt, runOf, touch } from "./lists";

/** Sets the day; blocks follow one by one when they are next touched. The day never goes back. */
export function advance(today: i32): void {
  if (today > <i32>get(TODAY)) set(TODAY, <u32>today);
}

/** Touches one block: the worker does so for all of them in its idle moments after midnight. */
export function touchBlock(index: u32): void {
  if (index < get(BLOCK_COUNT)) touch(blockAt(index));
}

/** Plane 0-2: relevant_ads for each recipient; 3-5: known_companies. */
export function setConsent(member: u32, plane: u32, given: u32): void {
  const slot = slotOf(member);
  if (slot == NOBODY || plane >= CONSENT_PLANES) return;
  setBit(blockAt(slot >> 16) + B_CONSENT + <usize>(plane * PLANE), slot & 65535, given != 0);
}

/** Puts a member on a list, in place of an earlier entry; `strength` 1-3, 0 for a company. Returns the block, or NOBODY. */
export function addEntry(member: u32, list: u32, strength: u32, day: i32): u32 {
  const slot = slotOf(member);
  if (slot == NOBODY || list >= get(LISTS)) return NOBODY;
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  touch(block);
  const before = find(listAt(block, list), position);
  if (before >= 0) removeAt(block, list, before);
  const today = <i32>get(TODAY);
  const old = today - day > KEPT_DAYS;
  const shown = max<i32>(min<i32>(day, today + AHEAD - 1), today - KEPT_DAYS);
  if (list >= get(SEGMENTS)) insert(block, list, old ? 2 : 0, position, shown);
  else if (!old) insert(block, list, 3 - strength, position, shown);
  return slot >> 16;
}

/** Takes a member off a list. Returns the block, or NOBODY. */
export function removeEntry(member: u32, list: u32): u32 {
  const slot = slotOf(member);
  if (slot == NOBODY || list >= get(LISTS)) return NOBODY;
  const block = blockAt(slot >> 16);
  touch(block);
  const at = find(listAt(block, list), slot & 65535);
  if (at >= 0) removeAt(block, list, at);
  return slot >> 16;
}

/** A free slot of a cell: in one of its own words, else in a fresh word at the end, which may open a block. */
function freeSlot(cell: u32): u32 {
  const wanted = i16x8.splat(<i16>cell);
  const blocks = get(BLOCK_COUNT);
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    for (let word: u32 = 0; word < WORDS; word += 8) {
      const same = i16x8.eq(v128.load(block + B_CELL + (<usize>word << 1)), wanted);
      let hits = <u32>i16x8.bitmask(same);
      while (hits != 0) {
        const at = word + ctz(hits);
        hits &= hits - 1;
        const taken = load<u64>(block + B_ALIVE + (<usize>at << 3));
        if (taken != u64.MAX_VALUE) return (index << 16) + (at << 6) + <u32>ctz(~taken);
      }
    }
  }
  const word = get(WORDS_USED);
  if (word >> 10 >= blocks) addBlock();
  nameWord(word, cell);
  set(WORDS_USED, word + 1);
  return word << 6;
}

function vacate(block: usize, position: u32): void {
  store<u32>(block + B_MEMBER + (<usize>position << 2), NOBODY);
  setBit(block + B_ALIVE, position, false);
  for (let plane: u32 = 0; plane < CONSENT_PLANES; plane++) {
    setBit(block + B_CONSENT + <usize>(plane * PLANE), position, false);
  }
}

/** Moves a member with everything known to another cell; a region is left behind with its country. Returns the new block, or NOBODY when nothing moved. */
export function move(member: u32, cell: u32): u32 {
  const slot = slotOf(member);
  if (slot == NOBODY || cell >= get(CELLS)) return NOBODY;
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  const before = <u32>load<u16>(block + B_CELL + (<usize>(position >> 6) << 1));
  if (before == cell) return NOBODY;
  const to = freeSlot(cell);
  const home = blockAt(to >> 16);
  const seatThere = to & 65535;
  touch(block);
  touch(home);
  const lists = get(LISTS);
  for (let list: u32 = 0; list < lists; list++) {
    const head = listAt(block, list);
    const at = find(head, position);
    if (at < 0) continue;
    const run = runOf(head, at);
    const days = <usize>load<u32>(head + L_AT) + (<usize>load<u32>(head + L_CAP) << 1);
    const day = <i32>load<u8>(days + at);
    removeAt(block, list, at);
    insert(home, list, run, seatThere, day);
  }
  const perCountry = AGES * GENDERS * DEVICES * 2;
  const abroad = before / perCountry != cell / perCountry;
  const region = abroad ? NO_REGION : load<u16>(block + B_REGION + (<usize>position << 1));
  store<u16>(home + B_REGION + (<usize>seatThere << 1), region);
  store<u8>(home + B_LANGUAGE + seatThere, load<u8>(block + B_LANGUAGE + position));
  for (let plane: u32 = 0; plane < CONSENT_PLANES; plane++) {
    const offset = B_CONSENT + <usize>(plane * PLANE);
    setBit(home + offset, seatThere, getBit(block + offset, position) != 0);
  }
  vacate(block, position);
  setBit(home + B_ALIVE, seatThere, true);
  store<u32>(home + B_MEMBER + (<usize>seatThere << 2), member);
  store<u32>(<usize>get(MEMBER_SLOT) + (<usize>(member - get(FIRST_MEMBER)) << 2), to);
  return to >> 16;
}

/** Forgets a member; the number is never used again. Returns the block, or NOBODY. */
export function leave(member: u32): u32 {
  const slot = slotOf(member);
  if (slot == NOBODY) return NOBODY;
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  touch(block);
  const lists = get(LISTS);
  for (let list: u32 = 0; list < lists; list++) {
    const at = find(listAt(block, list), position);
    if (at >= 0) removeAt(block, list, at);
  }
  vacate(block, position);
  store<u32>(<usize>get(MEMBER_SLOT) + (<usize>(member - get(FIRST_MEMBER)) << 2), NOBODY);
  set(ALIVE, get(ALIVE) - 1);
  return slot >> 16;
}
