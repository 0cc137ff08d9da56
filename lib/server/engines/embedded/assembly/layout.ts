/**
 * Where everything stands in linear memory. All state lives in memory and none in wasm globals, so a copy of the
 * memory is a complete snapshot.
 *
 * Members sit in slots. 64 slots are a word, and every member of a word belongs to the same demographic cell;
 * 1,024 words are a block of 65,536 slots. A bitmap over a block (a plane) is 8 KB and stays in the first-level cache.
 */
export const WORDS: u32 = 1024;
export const PLANE: u32 = 8192;
export const MAX_BLOCKS: u32 = 1024;
export const NOBODY: u32 = 0xffffffff;
/** In the table of places: somebody who left, and whose number never comes back. */
export const GONE: u32 = 0xfffffffe;
export const NO_REGION: u16 = 0xffff;

/** A signal counts for this many days; a company that was met earlier is merely known. */
export const KEPT_DAYS: i32 = 180;
/** Days are kept modulo 256, read as lying between today - 191 and today + 64. */
export const AHEAD: i32 = 64;

export const AGES: u32 = 7;
export const GENDERS: u32 = 4;
export const DEVICES: u32 = 4;
/** The age index of people under 18 or of unknown age, whom no question matches. */
export const AGELESS: u32 = 6;

// State: one u32 (or i32) a field.
export const STATE: usize = memory.data(256, 16);
export const BLOCKS: usize = memory.data(4096, 16);
export const TODAY: usize = 0;
export const FIRST_MEMBER: usize = 4;
/** One more than the highest place in use. */
export const MEMBERS: usize = 8;
export const SEGMENTS: usize = 12;
/** Lists with a header in every block: the segments. Company lists are numbered from here on. */
export const LISTS: usize = 16;
export const CELLS: usize = 20;
export const BLOCK_COUNT: usize = 24;
/** Company lists have room for 64 companies in each of so many buckets. */
export const BUCKETS: usize = 28;
export const HEAP_TOP: usize = 32;
/** Addresses of pages with a slot for each place, and how many the directory has room for. */
export const PLACE_PAGES: usize = 36;
export const LIST_TOTALS: usize = 40;
export const CELL_COUNTS: usize = 44;
export const CELL_CURSOR: usize = 48;
export const SCRATCH: usize = 52;
export const ALIVE: usize = 56;
export const LAST_MEMBER: usize = 60;
export const COUNTRIES: usize = 64;
export const PLACE_ROOM: usize = 68;
/** By cell: people, words, and the word where a free slot was seen last. */
export const CELL_PEOPLE: usize = 72;
export const CELL_WORDS: usize = 76;
export const CELL_HINT: usize = 80;
/** The cell from which the next tidying goes on. */
export const TIDY_CURSOR: usize = 84;
export const FREE_BYTES: usize = 88;
/** Bytes released since free chunks were last joined. */
export const RELEASED: usize = 92;
export const COMPANIES: usize = 96;

// A block's record: attributes by slot, consent planes, then one header a segment.
/** The place of the member in each slot: a member's number as this shard counts its own; see places.ts. */
export const B_MEMBER: usize = 0;
export const B_REGION: usize = 262144;
/** The last active day as u16. */
export const B_ACTIVE: usize = 393216;
export const B_LANGUAGE: usize = 524288;
/** Six planes: relevant_ads for each of three recipients, then known_companies for each. */
export const B_CONSENT: usize = 589824;
export const B_ALIVE: usize = 638976;
/** Two planes: relevant_ads for any recipient; relevant_ads and known_companies for one and the same recipient. */
export const B_ANY: usize = 647168;
/** The cell of each word as u16; `CELLS` when the word is free. */
export const B_CELL: usize = 663552;
/** The day up to which expired signals have been dropped. */
export const B_DAY: usize = 665600;
export const B_AGES: usize = 665604;
/** How many of the words are free. */
export const B_FREE: usize = 665608;
/** The address of the block's company buckets; see companies.ts. */
export const B_COMPANIES: usize = 665612;
/** 256 bits: the countries that live here. */
export const B_COUNTRIES: usize = 665616;
export const B_LISTS: usize = 665648;

export const CONSENT_PLANES: u32 = 6;

/**
 * A list holds the block's members with one segment: positions as u16, then days as u8, in three runs [0, a) [a, b) [b, n)
 * by strength (3, 2, 1), each newest first. So every filter on strength and freshness is a prefix of a run.
 */
export const LIST: usize = 44;
export const L_AT: usize = 0;
export const L_CAP: usize = 4;
export const L_A: usize = 8;
export const L_B: usize = 12;
export const L_N: usize = 16;
/** One more than the day on which L_CUTS was filled; 0 when the list changed since. See windows.ts. */
export const L_CUT_DAY: usize = 20;
export const L_CUTS: usize = 24;

// @ts-ignore: decorator
@inline export function get(field: usize): u32 {
  return load<u32>(STATE + field);
}
// @ts-ignore: decorator
@inline export function set(field: usize, value: u32): void {
  store<u32>(STATE + field, value);
}
// @ts-ignore: decorator
@inline export function blockAt(index: u32): usize {
  return <usize>load<u32>(BLOCKS + (<usize>index << 2));
}
// @ts-ignore: decorator
@inline export function listAt(block: usize, list: u32): usize {
  return block + B_LISTS + <usize>list * LIST;
}
/** A field by cell, e.g. CELL_PEOPLE. */
// @ts-ignore: decorator
@inline export function byCell(field: usize, cell: u32): usize {
  return <usize>get(field) + (<usize>cell << 2);
}
// @ts-ignore: decorator
@inline export function bump(at: usize, by: i32): void {
  store<u32>(at, load<u32>(at) + by);
}
// @ts-ignore: decorator
@inline export function cellOf(country: u32, age: u32, gender: u32, device: u32, social: u32): u32 {
  return (((country * AGES + age) * GENDERS + gender) * DEVICES + device) * 2 + social;
}
