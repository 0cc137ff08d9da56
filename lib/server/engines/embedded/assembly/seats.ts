import { getBit, setBit } from "./bits";
import { settleConsent } from "./consent";
import {
  ALIVE,
  B_ACTIVE,
  B_ALIVE,
  B_CELL,
  B_CONSENT,
  B_LANGUAGE,
  B_MEMBER,
  B_REGION,
  blockAt,
  bump,
  byCell,
  CELL_HINT,
  CELL_PEOPLE,
  CONSENT_PLANES,
  get,
  MEMBERS,
  NOBODY,
  PLANE,
  set,
} from "./layout";
import { placeEntry } from "./places";
import { freeWord } from "./words";

// @ts-ignore: decorator
@inline export function cellAt(slot: u32): u32 {
  return <u32>load<u16>(blockAt(slot >> 16) + B_CELL + (<usize>((slot >> 6) & 1023) << 1));
}

/** Writes a member into a free slot of a word that already belongs to the member's cell. */
export function sit(place: u32, slot: u32, region: u32, language: u32, active: u32, consent: u32): void {
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  store<u32>(placeEntry(place), slot);
  store<u32>(block + B_MEMBER + (<usize>position << 2), place);
  describe(slot, region, language);
  setActive(slot, active);
  setBit(block + B_ALIVE, position, true);
  for (let plane: u32 = 0; plane < CONSENT_PLANES; plane++) {
    setBit(block + B_CONSENT + <usize>(plane * PLANE), position, ((consent >> plane) & 1) != 0);
  }
  settleConsent(block, position);
  bump(byCell(CELL_PEOPLE, cellAt(slot)), 1);
  set(ALIVE, get(ALIVE) + 1);
  if (place >= get(MEMBERS)) set(MEMBERS, place + 1);
}

export function describe(slot: u32, region: u32, language: u32): void {
  const block = blockAt(slot >> 16);
  const position = <usize>(slot & 65535);
  store<u16>(block + B_REGION + (position << 1), <u16>region);
  store<u8>(block + B_LANGUAGE + position, <u8>language);
}

export function setActive(slot: u32, day: u32): void {
  store<u16>(blockAt(slot >> 16) + B_ACTIVE + (<usize>(slot & 65535) << 1), <u16>day);
}

// @ts-ignore: decorator
@inline export function regionAt(slot: u32): u32 {
  return <u32>load<u16>(blockAt(slot >> 16) + B_REGION + (<usize>(slot & 65535) << 1));
}
// @ts-ignore: decorator
@inline export function languageAt(slot: u32): u32 {
  return <u32>load<u8>(blockAt(slot >> 16) + B_LANGUAGE + <usize>(slot & 65535));
}

/** Seats the member of one slot in another one, too: everything but what they are on. */
export function copySeat(from: u32, to: u32): void {
  const block = blockAt(from >> 16);
  const position = from & 65535;
  const place = load<u32>(block + B_MEMBER + (<usize>position << 2));
  let consent: u32 = 0;
  for (let plane: u32 = 0; plane < CONSENT_PLANES; plane++) {
    consent |= getBit(block + B_CONSENT + <usize>(plane * PLANE), position) << plane;
  }
  const active = <u32>load<u16>(block + B_ACTIVE + (<usize>position << 1));
  sit(place, to, regionAt(from), languageAt(from), active, consent);
}

/** Empties a slot; a word that nobody is left in becomes free for any cell. */
export function vacate(slot: u32): void {
  const block = blockAt(slot >> 16);
  const position = slot & 65535;
  const cell = cellAt(slot);
  store<u32>(block + B_MEMBER + (<usize>position << 2), NOBODY);
  setBit(block + B_ALIVE, position, false);
  for (let plane: u32 = 0; plane < CONSENT_PLANES; plane++) {
    setBit(block + B_CONSENT + <usize>(plane * PLANE), position, false);
  }
  settleConsent(block, position);
  set(ALIVE, get(ALIVE) - 1);
  bump(byCell(CELL_PEOPLE, cell), -1);
  if (load<u64>(block + B_ALIVE + (<usize>(position >> 6) << 3)) == 0) freeWord(slot >> 6, cell);
  else store<u32>(byCell(CELL_HINT, cell), slot >> 6);
}
