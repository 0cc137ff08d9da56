import { setBit } from "./bits";
import { carry, clearTargets, setTarget } from "./carry";
import { relate, unrelate } from "./companies";
import { settleConsent } from "./consent";
import {
  AGES,
  AHEAD,
  B_CONSENT,
  BLOCK_COUNT,
  blockAt,
  CELLS,
  COMPANIES,
  CONSENT_PLANES,
  DEVICES,
  GENDERS,
  get,
  GONE,
  KEPT_DAYS,
  listAt,
  LISTS,
  NO_REGION,
  NOBODY,
  PLANE,
  set,
  TODAY,
} from "./layout";
import { find, insert, removeAt } from "./lists";
import { placeEntry, slotOf } from "./places";
import { cellAt, copySeat, describe, languageAt, regionAt, setActive as setActiveAt, sit, vacate } from "./seats";
import { touch } from "./touch";
import { freeSlot } from "./words";

/** In a move: the region or language stays as it was. */
const AS_BEFORE: u32 = 0xfffe;

/** Sets the day; blocks follow one by one when they are next touched. The day never goes back. */
export function advance(today: i32): void {
  if (today > <i32>get(TODAY)) set(TODAY, <u32>today);
}

/** Touches one block: the worker does so for all of them in its idle moments after midnight. */
export function touchBlock(index: u32): void {
  if (index < get(BLOCK_COUNT)) touch(blockAt(index));
}

/** Plane 0-2: relevant_ads for each recipient; 3-5: known_companies. */
export function setConsent(place: u32, plane: u32, given: u32): void {
  const slot = slotOf(place);
  if (slot == NOBODY || plane >= CONSENT_PLANES) return;
  const block = blockAt(slot >> 16);
  setBit(block + B_CONSENT + <usize>(plane * PLANE), slot & 65535, given != 0);
  settleConsent(block, slot & 65535);
}

export function setActive(place: u32, day: u32): void {
  const slot = slotOf(place);
  if (slot != NOBODY) setActiveAt(slot, day);
}

// @ts-ignore: decorator
@inline function isList(list: u32): bool {
  return list < get(LISTS) + (get(COMPANIES) << 1);
}

/** Puts a member on a list, in place of an earlier entry; `strength` 1-3, 0 for a company. Returns the block, or NOBODY. */
export function addEntry(place: u32, list: u32, strength: u32, day: i32): u32 {
  const slot = slotOf(place);
  if (slot == NOBODY || !isList(list)) return NOBODY;
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  touch(block);
  if (list >= get(LISTS)) {
    relate(block, list, position, day);
    return slot >> 16;
  }
  const before = find(listAt(block, list), position);
  if (before >= 0) removeAt(block, list, before);
  const today = <i32>get(TODAY);
  if (today - day <= KEPT_DAYS) {
    insert(block, list, 3 - strength, position, min<i32>(day, today + AHEAD - 1));
  }
  return slot >> 16;
}

/** Takes a member off a list. Returns the block, or NOBODY. */
export function removeEntry(place: u32, list: u32): u32 {
  const slot = slotOf(place);
  if (slot == NOBODY || !isList(list)) return NOBODY;
  const block = blockAt(slot >> 16);
  touch(block);
  if (list >= get(LISTS)) unrelate(block, list, slot & 65535);
  else {
    const at = find(listAt(block, list), slot & 65535);
    if (at >= 0) removeAt(block, list, at);
  }
  return slot >> 16;
}

/** Seats somebody new, without consent, in a place where nobody is or has left. */
export function join(place: u32, cell: u32, region: u32, language: u32, day: u32): void {
  if (cell >= get(CELLS) || load<u32>(placeEntry(place)) != NOBODY) return;
  sit(place, freeSlot(cell), region, language, day, 0);
}

/**
 * Moves a member with everything known to another cell. Left as before, a region stays behind with its country. Returns the
 * new block, or NOBODY when the cell is the same.
 */
export function move(place: u32, cell: u32, region: u32, language: u32): u32 {
  const slot = slotOf(place);
  if (slot == NOBODY || cell >= get(CELLS)) return NOBODY;
  const before = cellAt(slot);
  const perCountry = AGES * GENDERS * DEVICES * 2;
  const kept = before / perCountry == cell / perCountry ? regionAt(slot) : <u32>NO_REGION;
  const newRegion = region == AS_BEFORE ? kept : region;
  const newLanguage = language == AS_BEFORE ? languageAt(slot) : language;
  if (before == cell) {
    describe(slot, newRegion, newLanguage);
    return NOBODY;
  }
  const to = freeSlot(cell);
  touch(blockAt(slot >> 16));
  touch(blockAt(to >> 16));
  clearTargets();
  setTarget(slot, to);
  carry(slot >> 6);
  copySeat(slot, to);
  describe(to, newRegion, newLanguage);
  vacate(slot);
  return to >> 16;
}

/** Forgets a member; the number is never used again. Returns the block, or NOBODY. */
export function leave(place: u32): u32 {
  const slot = slotOf(place);
  if (slot == NOBODY) return NOBODY;
  touch(blockAt(slot >> 16));
  clearTargets();
  setTarget(slot, GONE);
  carry(slot >> 6);
  vacate(slot);
  store<u32>(placeEntry(place), GONE);
  return slot >> 16;
}
