import { clause, clearClause, look } from "./clause";
import { consenting } from "./consent";
import {
  AGELESS,
  AGES,
  B_ACTIVE,
  B_AGES,
  B_CELL,
  B_COUNTRIES,
  B_LANGUAGE,
  B_REGION,
  BLOCK_COUNT,
  blockAt,
  CELL_COUNTS,
  CELLS,
  DEVICES,
  GENDERS,
  get,
  PLANE,
  SCRATCH,
  WORDS,
} from "./layout";
import { touch } from "./touch";

// A question, one u32 a field; the clauses follow from Q_CLAUSES.
export const Q_RECIPIENTS: usize = 0;
export const Q_COMPANIES: usize = 4;
export const Q_CELLS: usize = 8;
export const Q_AGES: usize = 12;
export const Q_REGIONS: usize = 16;
export const Q_REGION_COUNT: usize = 20;
export const Q_LANGUAGES: usize = 24;
export const Q_LANGUAGE_COUNT: usize = 28;
export const Q_GROUPS: usize = 32;
export const Q_NEVER: usize = 36;
/** The earliest last active day that counts; 0 for any. */
export const Q_ACTIVE: usize = 40;
/** 1 when every cell with an age is admitted. */
export const Q_OPEN: usize = 44;
/** 256 bits: countries with anybody to ask about. */
export const Q_COUNTRIES: usize = 48;
export const Q_CLAUSES: usize = 80;

/** A cell is out, in, or in only for the regions asked for. */
const IN: u32 = 1;
const BY_REGION: u32 = 2;

/**
 * Says for every cell whether the question admits it, into the byte table at Q_CELLS.
 * `countries` holds 256 of these verdicts; the rest are bit sets.
 */
export function admit(
  question: usize,
  countries: usize,
  ages: u32,
  genders: u32,
  devices: u32,
  social: u32,
): void {
  const table = <usize>load<u32>(question + Q_CELLS);
  const perCountry = AGES * GENDERS * DEVICES * 2;
  const cells = get(CELLS);
  memory.fill(question + Q_COUNTRIES, 0, 32);
  store<u8>(table + cells, 0);
  store<u32>(question + Q_AGES, ages);
  let open: u32 = ages == (1 << AGELESS) - 1 && genders == 15 && devices == 15 && social == 3 ? 1 : 0;
  for (let country: u32 = 0; country * perCountry < cells; country++) {
    const verdict = load<u8>(countries + country);
    if (verdict != IN) open = 0;
    const row = table + country * perCountry;
    memory.fill(row, 0, perCountry);
    if (verdict == 0) continue;
    const byte = question + Q_COUNTRIES + (country >> 3);
    store<u8>(byte, load<u8>(byte) | <u8>(<u32>1 << (country & 7)));
    for (let i: u32 = 0; i < AGELESS * GENDERS * DEVICES * 2; i++) {
      const fits =
        (ages >> (i >> 5)) & (genders >> ((i >> 3) & 3)) & (devices >> ((i >> 1) & 3)) & (social >> (i & 1)) & 1;
      if (fits != 0) store<u8>(row + i, verdict);
    }
  }
  store<u32>(question + Q_OPEN, open);
}

function mayHold(question: usize, block: usize): bool {
  if ((load<u32>(question + Q_AGES) & load<u32>(block + B_AGES)) == 0) return false;
  const low = v128.and(v128.load(question + Q_COUNTRIES), v128.load(block + B_COUNTRIES));
  const high = v128.and(v128.load(question + Q_COUNTRIES + 16), v128.load(block + B_COUNTRIES + 16));
  return v128.any_true(v128.or(low, high));
}

function regionWord(question: usize, at: usize): u64 {
  const wanted = <usize>load<u32>(question + Q_REGIONS);
  const count = load<u32>(question + Q_REGION_COUNT);
  let result: u64 = 0;
  for (let part: u32 = 0; part < 4; part++) {
    const low = v128.load(at + <usize>(part << 5));
    const high = v128.load(at + <usize>(part << 5), 16);
    let lowHit = i64x2.splat(0);
    let highHit = i64x2.splat(0);
    for (let i: u32 = 0; i < count; i++) {
      const region = i16x8.splat(<i16>load<u16>(wanted + (<usize>i << 1)));
      lowHit = v128.or(lowHit, i16x8.eq(low, region));
      highHit = v128.or(highHit, i16x8.eq(high, region));
    }
    const bits = <u64>(<u32>i8x16.bitmask(i8x16.narrow_i16x8_s(lowHit, highHit)));
    result |= bits << (part << 4);
  }
  return result;
}

function languageWord(question: usize, at: usize): u64 {
  const wanted = <usize>load<u32>(question + Q_LANGUAGES);
  const count = load<u32>(question + Q_LANGUAGE_COUNT);
  let result: u64 = 0;
  for (let part: u32 = 0; part < 4; part++) {
    const some = v128.load(at + <usize>(part << 4));
    let hit = i64x2.splat(0);
    for (let i: u32 = 0; i < count; i++) {
      hit = v128.or(hit, i8x16.eq(some, i8x16.splat(<i8>load<u8>(wanted + i))));
    }
    result |= <u64>(<u32>i8x16.bitmask(hit)) << (part << 4);
  }
  return result;
}

function activeWord(since: u32, at: usize): u64 {
  const least = i16x8.splat(<i16>since);
  let result: u64 = 0;
  for (let part: u32 = 0; part < 4; part++) {
    const low = i16x8.ge_u(v128.load(at + <usize>(part << 5)), least);
    const high = i16x8.ge_u(v128.load(at + <usize>(part << 5), 16), least);
    result |= <u64>(<u32>i8x16.bitmask(i8x16.narrow_i16x8_s(low, high))) << (part << 4);
  }
  return result;
}

/** Keeps the people of admitted cells, regions, languages and activity. Returns whether anybody is left. */
function demographic(question: usize, block: usize, into: usize): bool {
  const table = <usize>load<u32>(question + Q_CELLS);
  const languages = load<u32>(question + Q_LANGUAGE_COUNT) != 0;
  const since = load<u32>(question + Q_ACTIVE);
  const ageless = (load<u32>(block + B_AGES) >> AGELESS) & 1;
  if (load<u32>(question + Q_OPEN) != 0 && !languages && since == 0 && ageless == 0) return true;
  let left: u64 = 0;
  for (let word: usize = 0; word < WORDS; word++) {
    const at = into + (word << 3);
    let people = load<u64>(at);
    if (people == 0) continue;
    const verdict = <u32>load<u8>(table + <usize>load<u16>(block + B_CELL + (word << 1)));
    if (verdict != IN) {
      people =
        verdict == BY_REGION ? people & regionWord(question, block + B_REGION + (word << 7)) : 0;
    }
    if (languages && people != 0) people &= languageWord(question, block + B_LANGUAGE + (word << 6));
    if (since != 0 && people != 0) people &= activeWord(since, block + B_ACTIVE + (word << 7));
    store<u64>(at, people);
    left |= people;
  }
  return left != 0;
}

function lookAhead(question: usize, block: usize, index: u32): void {
  let at = question + Q_CLAUSES;
  for (let i = load<u32>(question + Q_GROUPS); i > 0; i--) {
    const clauses = load<u32>(at);
    at += 4;
    for (let j: u32 = 0; j < clauses; j++) at = look(at, block, index);
  }
  for (let i = load<u32>(question + Q_NEVER); i > 0; i--) at = look(at, block, index);
}

/** The people of one block who match, as a plane at `into`. Returns false when there is nobody (and the plane is void). */
export function matching(question: usize, index: u32, into: usize): bool {
  const block = blockAt(index);
  if (!mayHold(question, block)) return false;
  touch(block);
  const companies = load<u32>(question + Q_COMPANIES) != 0;
  consenting(load<u32>(question + Q_RECIPIENTS), companies, block, into);
  if (!demographic(question, block, into)) return false;
  lookAhead(question, block, index);
  const group = <usize>get(SCRATCH) + <usize>(7 * PLANE);
  let at = question + Q_CLAUSES;
  for (let i = load<u32>(question + Q_GROUPS); i > 0; i--) {
    const clauses = load<u32>(at);
    at += 4;
    memory.fill(group, 0, PLANE);
    for (let j: u32 = 0; j < clauses; j++) at = clause(at, block, index, group);
    let left = i64x2.splat(0);
    for (let byte: usize = 0; byte < PLANE; byte += 16) {
      const both = v128.and(v128.load(into + byte), v128.load(group + byte));
      v128.store(into + byte, both);
      left = v128.or(left, both);
    }
    if (!v128.any_true(left)) return false;
  }
  for (let i = load<u32>(question + Q_NEVER); i > 0; i--) at = clearClause(at, block, index, into);
  return true;
}

/** Adds a plane's people to the cells of their words; neighbouring words are mostly of one cell. */
export function addCells(block: usize, plane: usize, counts: usize): u32 {
  let total: u32 = 0;
  let cell = <u32>load<u16>(block + B_CELL);
  let people: u32 = 0;
  for (let word: usize = 0; word < WORDS; word++) {
    const next = <u32>load<u16>(block + B_CELL + (word << 1));
    if (next != cell) {
      const at = counts + (<usize>cell << 2);
      store<u32>(at, load<u32>(at) + people);
      total += people;
      people = 0;
      cell = next;
    }
    people += <u32>popcnt(load<u64>(plane + (word << 3)));
  }
  const at = counts + (<usize>cell << 2);
  store<u32>(at, load<u32>(at) + people);
  return total + people;
}

/** Answers a question: the cells' counts are left at CELL_COUNTS, their sum is returned. */
export function answer(question: usize): u32 {
  const counts = <usize>get(CELL_COUNTS);
  memory.fill(counts, 0, <usize>(get(CELLS) + 1) << 2);
  const into = <usize>get(SCRATCH);
  const blocks = get(BLOCK_COUNT);
  let total: u32 = 0;
  for (let index: u32 = 0; index < blocks; index++) {
    if (matching(question, index, into)) total += addCells(blockAt(index), into, counts);
  }
  return total;
}
