import { matching } from "./evaluate";
import {
  B_MEMBER,
  BLOCK_COUNT,
  blockAt,
  get,
  LAST_MEMBER,
  MEMBERS,
  NOBODY,
  SCRATCH,
  set,
  WORDS,
} from "./layout";

const STEP_MEMBER: u64 = 0x9e3779b97f4a7c15;
const STEP_DAY: u64 = 0xd1b54a32d192ed03;

// @ts-ignore: decorator
@inline function mix(input: u64): u64 {
  let z = input;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/** Marks the matching people in a bitmap by place; returns how many. */
export function audience(question: usize, members: usize): u32 {
  const plane = <usize>get(SCRATCH);
  const blocks = get(BLOCK_COUNT);
  memory.fill(members, 0, <usize>((get(MEMBERS) + 63) >> 6) << 3);
  let total: u32 = 0;
  for (let index: u32 = 0; index < blocks; index++) {
    if (!matching(question, index, plane)) continue;
    const slots = blockAt(index) + B_MEMBER;
    for (let word: u32 = 0; word < WORDS; word++) {
      let people = load<u64>(plane + (<usize>word << 3));
      while (people != 0) {
        const slot = (word << 6) + <u32>ctz(people);
        people &= people - 1;
        const member = load<u32>(slots + (<usize>slot << 2));
        const at = members + <usize>((member >> 6) << 3);
        store<u64>(at, load<u64>(at) | (<u64>1 << (<u64>member & 63)));
        total++;
      }
    }
  }
  return total;
}

/**
 * Writes the people of a stretch of the audience (`words` of the bitmap, whose first bit is member `first`) who are reached on a
 * day as a MemberSet, and returns its length in bytes; the last of them is left at LAST_MEMBER (NOBODY when none). The formula is that of delivery-hash.ts; a person above the
 * highest of the 16 limits needs no activity class.
 */
export function reachDay(
  members: usize,
  words: u32,
  first: u32,
  seed: u64,
  day: u32,
  limits: usize,
  out: usize,
): u32 {
  const base = seed + <u64>day * STEP_DAY;
  let highest: u64 = 0;
  for (let i: usize = 0; i < 16; i++) highest = max<u64>(highest, <u64>load<u32>(limits + (i << 2)));
  let previous: u32 = NOBODY;
  let at = out;
  for (let word: u32 = 0; word < words; word++) {
    let people = load<u64>(members + (<usize>word << 3));
    while (people != 0) {
      const member = first + (word << 6) + <u32>ctz(people);
      people &= people - 1;
      const step = <u64>member * STEP_MEMBER;
      const high = mix(base + step) >> 32;
      if (high >= highest) continue;
      const activity = <usize>(mix(step + 1) >> 60);
      if (high >= <u64>load<u32>(limits + (activity << 2))) continue;
      let difference = member - previous;
      previous = member;
      while (difference >= 0x80) {
        store<u8>(at++, <u8>(difference & 0x7f) | 0x80);
        difference >>= 7;
      }
      store<u8>(at++, <u8>difference);
    }
  }
  set(LAST_MEMBER, previous);
  return <u32>(at - out);
}

export function lastMember(): u32 {
  return get(LAST_MEMBER);
}
