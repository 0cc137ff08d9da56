import { countRelation, writeRelation } from "./company-build";
import {
  AGELESS,
  AHEAD,
  blockAt,
  CELL_CURSOR,
  cellOf,
  COMPANIES,
  COUNTRIES,
  DEVICES,
  FIRST_MEMBER,
  GENDERS,
  get,
  KEPT_DAYS,
  L_A,
  L_AT,
  L_B,
  L_CAP,
  L_N,
  listAt,
  MEMBERS,
  SEGMENTS,
  TODAY,
} from "./layout";
import { slotOf } from "./places";
import { sit } from "./seats";

/** A batch's descriptor: first, count, then the addresses of its columns in the order of MemberBatch. */
// @ts-ignore: decorator
@inline function column(batch: usize, index: u32): usize {
  return <usize>load<u32>(batch + (<usize>index << 2));
}
// @ts-ignore: decorator
@inline function u16At(at: usize, index: u32): u32 {
  return load<u16>(at + (<usize>index << 1));
}
// @ts-ignore: decorator
@inline function u32At(at: usize, index: u32): u32 {
  return load<u32>(at + (<usize>index << 2));
}

function cellOfRow(batch: usize, i: u32): u32 {
  const age = <u32>load<u8>(column(batch, 5) + i);
  return cellOf(
    load<u8>(column(batch, 2) + i),
    age == 255 ? AGELESS : age,
    load<u8>(column(batch, 6) + i),
    load<u8>(column(batch, 7) + i),
    load<u8>(column(batch, 8) + i),
  );
}

function isSound(batch: usize, i: u32): bool {
  const age = <u32>load<u8>(column(batch, 5) + i);
  if (<u32>load<u8>(column(batch, 2) + i) >= get(COUNTRIES)) return false;
  if (age >= AGELESS && age != 255) return false;
  if (<u32>load<u8>(column(batch, 6) + i) >= GENDERS) return false;
  if (<u32>load<u8>(column(batch, 7) + i) >= DEVICES) return false;
  if (<u32>load<u8>(column(batch, 8) + i) > 1) return false;
  const start = u32At(column(batch, 10), i);
  const end = u32At(column(batch, 10), i + 1);
  for (let row = start; row < end; row++) {
    const strength = <u32>load<u8>(column(batch, 12) + row);
    if (u16At(column(batch, 11), row) >= get(SEGMENTS) || strength < 1 || strength > 3) {
      return false;
    }
  }
  const last = u32At(column(batch, 14), i + 1);
  for (let row = u32At(column(batch, 14), i); row < last; row++) {
    if (u16At(column(batch, 15), row) >= get(COMPANIES) || <u32>load<u8>(column(batch, 16) + row) > 1) {
      return false;
    }
  }
  return true;
}

// @ts-ignore: decorator
@inline function isHere(member: u32): bool {
  return member - get(FIRST_MEMBER) < get(MEMBERS);
}

/** Tallies the cells of the batch's members that belong here. Returns 0, or 1 + the row that points outside the lists. */
export function tally(batch: usize): u32 {
  const first = load<u32>(batch);
  const count = load<u32>(batch + 4);
  for (let i: u32 = 0; i < count; i++) {
    if (!isHere(first + i)) continue;
    if (!isSound(batch, i)) return i + 1;
    const at = <usize>get(CELL_CURSOR) + (<usize>cellOfRow(batch, i) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  return 0;
}

/** A signal's age in days when it still counts, else -1000. Days further ahead than a byte can say are read as the furthest. */
// @ts-ignore: decorator
@inline function ageOf(day: u32): i32 {
  const age = <i32>get(TODAY) - <i32>day;
  return age > KEPT_DAYS ? -1000 : max<i32>(age, 1 - AHEAD);
}

// @ts-ignore: decorator
@inline function advance(head: usize, field: usize): u32 {
  const value = load<u32>(head + field);
  store<u32>(head + field, value + 1);
  return value;
}

/** Second pass: seats the members in their cells and counts the runs of every list. */
export function seat(batch: usize): void {
  const first = load<u32>(batch);
  const count = load<u32>(batch + 4);
  const cursor = <usize>get(CELL_CURSOR);
  for (let i: u32 = 0; i < count; i++) {
    if (!isHere(first + i)) continue;
    const at = cursor + (<usize>cellOfRow(batch, i) << 2);
    const slot = load<u32>(at);
    store<u32>(at, slot + 1);
    const region = u16At(column(batch, 3), i);
    const consent = u16At(column(batch, 9), i);
    const active = u16At(column(batch, 18), i);
    sit(first + i - get(FIRST_MEMBER), slot, region, load<u8>(column(batch, 4) + i), active, consent);
    const block = blockAt(slot >> 16);
    const end = u32At(column(batch, 10), i + 1);
    for (let row = u32At(column(batch, 10), i); row < end; row++) {
      if (ageOf(u16At(column(batch, 13), row)) == -1000) continue;
      const head = listAt(block, u16At(column(batch, 11), row));
      const strength = <u32>load<u8>(column(batch, 12) + row);
      advance(head, strength == 3 ? L_A : strength == 2 ? L_B : L_N);
    }
    const last = u32At(column(batch, 14), i + 1);
    for (let row = u32At(column(batch, 14), i); row < last; row++) {
      countRelation(block, u16At(column(batch, 15), row));
    }
  }
}

function put(head: usize, field: usize, position: u32, day: i32): void {
  const index = advance(head, field);
  const at = <usize>load<u32>(head + L_AT);
  store<u16>(at + (<usize>index << 1), <u16>position);
  store<u8>(at + (<usize>load<u32>(head + L_CAP) << 1) + index, <u8>day);
}

/** Third pass: writes the entries. The headers' a, b, n are the write cursors of the three runs and end as their ends. */
export function fill(batch: usize): void {
  const first = load<u32>(batch);
  const count = load<u32>(batch + 4);
  const today = <i32>get(TODAY);
  for (let i: u32 = 0; i < count; i++) {
    if (!isHere(first + i)) continue;
    const slot = slotOf(first + i - get(FIRST_MEMBER));
    const block = blockAt(slot >> 16);
    const position = slot & 65535;
    const end = u32At(column(batch, 10), i + 1);
    for (let row = u32At(column(batch, 10), i); row < end; row++) {
      const age = ageOf(u16At(column(batch, 13), row));
      if (age == -1000) continue;
      const strength = <u32>load<u8>(column(batch, 12) + row);
      const head = listAt(block, u16At(column(batch, 11), row));
      put(head, strength == 3 ? L_A : strength == 2 ? L_B : L_N, position, today - age);
    }
    const last = u32At(column(batch, 14), i + 1);
    for (let row = u32At(column(batch, 14), i); row < last; row++) {
      const kind = <u32>load<u8>(column(batch, 16) + row);
      writeRelation(block, u16At(column(batch, 15), row), kind, position, u16At(column(batch, 17), row));
    }
  }
}
