import { allocate, release } from "./heap";

const PAGE_MEMBERS: u32 = 65536;
const PAGE_BYTES: u32 = 8192;
/** One address a page: member numbers go up to 2^32, but a union only holds the pages that somebody is in. */
const PAGES: u32 = 65536;

export function openUnion(): usize {
  const table = allocate(PAGES << 2);
  memory.fill(table, 0, PAGES << 2);
  return table;
}

export function closeUnion(table: usize): void {
  for (let page: u32 = 0; page < PAGES; page++) {
    release(<usize>load<u32>(table + (<usize>page << 2)), PAGE_BYTES);
  }
  release(table, PAGES << 2);
}

function pageOf(table: usize, member: u32): usize {
  const at = table + (<usize>(member >> 16) << 2);
  const known = <usize>load<u32>(at);
  if (known != 0) return known;
  const page = allocate(PAGE_BYTES);
  memory.fill(page, 0, PAGE_BYTES);
  store<u32>(at, <u32>page);
  return page;
}

/** Adds a MemberSet of `length` bytes to a union; returns how many people were new to it. */
export function unite(bytes: usize, length: u32, table: usize): u32 {
  let member: u32 = 0xffffffff;
  let difference: u32 = 0;
  let shift: u32 = 0;
  let fresh: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const byte = <u32>load<u8>(bytes + i);
    difference |= (byte & 0x7f) << shift;
    if (byte & 0x80) {
      shift += 7;
      continue;
    }
    member += difference;
    difference = 0;
    shift = 0;
    const at = pageOf(table, member) + ((member & (PAGE_MEMBERS - 1)) >> 3);
    const before = <u32>load<u8>(at);
    fresh += ~(before >> (member & 7)) & 1;
    store<u8>(at, <u8>(before | (<u32>1 << (member & 7))));
  }
  return fresh;
}
