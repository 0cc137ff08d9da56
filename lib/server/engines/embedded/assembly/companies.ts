import { allocate, granted, release } from "./heap";
import {
  AHEAD,
  B_COMPANIES,
  B_DAY,
  BLOCK_COUNT,
  blockAt,
  BUCKETS,
  bump,
  COMPANIES,
  get,
  KEPT_DAYS,
  LIST_TOTALS,
  LISTS,
  set,
  TODAY,
} from "./layout";
import { ageByte } from "./lists";
import { BUCKET, zeroed } from "./words";

/**
 * Who works with which company. There are many companies and most have few people in a block, so lists share arrays:
 * a bucket holds 64 companies of two kinds, as u32 entries in ascending order: list (7 bits), position (16), whether the
 * last day is more than 180 days ago (1), day (8). A bucket of a block is an address, a capacity and a length.
 */
export const LISTS_PER_BUCKET: u32 = 128;
export const AT: usize = 0;
export const CAP: usize = 4;
export const LENGTH: usize = 8;
const OLD: u32 = 256;

// @ts-ignore: decorator
@inline export function bucketAt(block: usize, index: u32): usize {
  return <usize>load<u32>(block + B_COMPANIES) + <usize>(index * BUCKET);
}
// @ts-ignore: decorator
@inline export function total(list: u32): usize {
  return <usize>get(LIST_TOTALS) + (<usize>list << 2);
}

/** Makes room for so many companies: every block's directory grows by what it needs, and the totals of lists. */
export function reserveCompanies(companies: u32): void {
  if (companies > get(COMPANIES)) set(COMPANIES, companies);
  const needed = (companies + 63) >> 6;
  const before = get(BUCKETS);
  if (needed <= before) return;
  const buckets = before == 0 ? needed : max<u32>(needed, before + (before >> 3) + 1);
  const lists = get(LISTS) + before * LISTS_PER_BUCKET;
  const more = (buckets - before) * LISTS_PER_BUCKET;
  set(LIST_TOTALS, <u32>regrown(<usize>get(LIST_TOTALS), lists << 2, (lists + more) << 2));
  const blocks = get(BLOCK_COUNT);
  for (let index: u32 = 0; index < blocks; index++) {
    const block = blockAt(index);
    const old = <usize>load<u32>(block + B_COMPANIES);
    store<u32>(block + B_COMPANIES, <u32>regrown(old, before * BUCKET, buckets * BUCKET));
  }
  set(BUCKETS, buckets);
}

function regrown(old: usize, before: u32, bytes: u32): usize {
  const fresh = zeroed(bytes);
  if (before > 0) {
    memory.copy(fresh, old, before);
    release(old, before);
  }
  return fresh;
}

/** The first index of a bucket whose entry is not below `entry`. */
function lowerBound(at: usize, length: u32, entry: u32): u32 {
  let low: u32 = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(at + (<usize>middle << 2)) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

function resize(bucket: usize, room: u32): void {
  const length = load<u32>(bucket + LENGTH);
  const old = <usize>load<u32>(bucket + AT);
  const cap = load<u32>(bucket + CAP);
  const fresh = allocate(room << 2);
  store<u32>(bucket + CAP, granted >> 2);
  memory.copy(fresh, old, <usize>length << 2);
  if (cap > 0) release(old, cap << 2);
  store<u32>(bucket + AT, <u32>fresh);
}

/** The low nine bits of an entry as of the block's day; a day further ahead than a byte can say is read as the furthest. */
export function dayBits(block: usize, day: i32): u32 {
  const today = load<i32>(block + B_DAY);
  if (today - day > KEPT_DAYS) return OLD;
  return <u32>min<i32>(day, today + AHEAD - 1) & 255;
}

/** Puts a position on a company's list, in place of an earlier entry. */
export function relate(block: usize, list: u32, position: u32, day: i32): void {
  put(block, list, position, dayBits(block, day));
}

function put(block: usize, list: u32, position: u32, bits: u32): void {
  const company = list - get(LISTS);
  const bucket = bucketAt(block, company / LISTS_PER_BUCKET);
  const key = ((company % LISTS_PER_BUCKET) << 25) | (position << 9);
  const length = load<u32>(bucket + LENGTH);
  const i = lowerBound(<usize>load<u32>(bucket + AT), length, key);
  const known = i < length && load<u32>(<usize>load<u32>(bucket + AT) + (<usize>i << 2)) >> 9 == key >> 9;
  if (!known) {
    if (length == load<u32>(bucket + CAP)) resize(bucket, length + (length >> 3) + 4);
    const from = <usize>load<u32>(bucket + AT) + (<usize>i << 2);
    memory.copy(from + 4, from, <usize>(length - i) << 2);
    store<u32>(bucket + LENGTH, length + 1);
    bump(total(list), 1);
  }
  store<u32>(<usize>load<u32>(bucket + AT) + (<usize>i << 2), key | bits);
}

/** Takes a position off a company's list. */
export function unrelate(block: usize, list: u32, position: u32): void {
  const company = list - get(LISTS);
  const index = company / LISTS_PER_BUCKET;
  const bucket = bucketAt(block, index);
  const key = ((company % LISTS_PER_BUCKET) << 25) | (position << 9);
  const length = load<u32>(bucket + LENGTH);
  const at = <usize>load<u32>(bucket + AT);
  const i = lowerBound(at, length, key);
  if (i < length && load<u32>(at + (<usize>i << 2)) >> 9 == key >> 9) removeEntryAt(bucket, index, i);
}

function removeEntryAt(bucket: usize, index: u32, i: u32): void {
  const length = load<u32>(bucket + LENGTH);
  const from = <usize>load<u32>(bucket + AT) + (<usize>i << 2);
  bump(total(get(LISTS) + index * LISTS_PER_BUCKET + (load<u32>(from) >> 25)), -1);
  memory.copy(from, from + 4, <usize>(length - i - 1) << 2);
  store<u32>(bucket + LENGTH, length - 1);
  const cap = load<u32>(bucket + CAP);
  if (length - 1 < cap >> 1 && cap > 16) resize(bucket, length - 1 + ((length - 1) >> 3) + 4);
}

/** The next index from `i` on whose entry lies in a word of the block, or the length. */
function nextInWord(at: usize, i: u32, length: u32, word: u32): u32 {
  const mask = i32x4.splat(0x1ff8000);
  const wanted = i32x4.splat(word << 15);
  for (; i + 4 <= length; i += 4) {
    const hits = <u32>i32x4.bitmask(i32x4.eq(v128.and(v128.load(at + (<usize>i << 2)), mask), wanted));
    if (hits != 0) return i + ctz(hits);
  }
  for (; i < length; i++) {
    if ((load<u32>(at + (<usize>i << 2)) & 0x1ff8000) == word << 15) return i;
  }
  return length;
}

/** Moves the entries of a word's members to their targets (see carry.ts): a slot, or GONE to drop them. */
export function carryCompanies(block: usize, word: u32, targets: usize, stay: u32, gone: u32): void {
  const buckets = get(BUCKETS);
  for (let index: u32 = 0; index < buckets; index++) {
    const bucket = bucketAt(block, index);
    let i: u32 = 0;
    while (true) {
      i = nextInWord(<usize>load<u32>(bucket + AT), i, load<u32>(bucket + LENGTH), word);
      if (i >= load<u32>(bucket + LENGTH)) break;
      const entry = load<u32>(<usize>load<u32>(bucket + AT) + (<usize>i << 2));
      const target = load<u32>(targets + (<usize>((entry >> 9) & 63) << 2));
      if (target == stay) {
        i++;
        continue;
      }
      removeEntryAt(bucket, index, i);
      if (target == gone) continue;
      const list = get(LISTS) + index * LISTS_PER_BUCKET + (entry >> 25);
      put(blockAt(target >> 16), list, target & 65535, entry & 511);
    }
  }
}

/** Marks relationships whose last day passed out of the 180 days between two days. */
export function ageCompanies(block: usize, then: i32, now: i32): void {
  const kept = <u32>max<i32>(KEPT_DAYS + AHEAD - (now - then), -1);
  const buckets = get(BUCKETS);
  for (let index: u32 = 0; index < buckets; index++) {
    const bucket = bucketAt(block, index);
    let at = <usize>load<u32>(bucket + AT);
    const end = at + (<usize>load<u32>(bucket + LENGTH) << 2);
    for (; at < end; at += 4) {
      const entry = load<u32>(at);
      const expired = <i32>kept < 0 || ageByte(then, <i32>(entry & 255)) > kept;
      if (expired) store<u32>(at, entry | OLD);
    }
  }
}

/** Sets or clears the bits of a company's people who were met within so many days; `ever` takes all of them. */
export function markCompany(block: usize, list: u32, within: i32, ever: bool, clear: bool, plane: usize): void {
  const company = list - get(LISTS);
  const index = company / LISTS_PER_BUCKET;
  if (index >= get(BUCKETS)) return;
  const bucket = bucketAt(block, index);
  const length = load<u32>(bucket + LENGTH);
  const first = (company % LISTS_PER_BUCKET) << 25;
  const array = <usize>load<u32>(bucket + AT);
  const today = <i32>get(TODAY);
  const limit = <u32>(within + AHEAD);
  for (let i = lowerBound(array, length, first); i < length; i++) {
    const entry = load<u32>(array + (<usize>i << 2));
    if ((entry ^ first) >> 25 != 0) return;
    if (!ever && ((entry & OLD) != 0 || ageByte(today, <i32>(entry & 255)) > limit)) continue;
    const position = (entry >> 9) & 65535;
    const at = plane + <usize>((position >> 6) << 3);
    const bit = <u64>1 << (<u64>position & 63);
    const word = load<u64>(at);
    store<u64>(at, clear ? word & ~bit : word | bit);
  }
}
