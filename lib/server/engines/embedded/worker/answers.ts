import { regions } from "@/lib/network/population/lists";
import { adSetSeed, thresholds } from "@/lib/network/reach/delivery-hash";
import type { DeliveryDay } from "@/lib/network/reach/engine";
import type { Expression } from "@/lib/network/reach/expression";
import { cellCount } from "../cell-layout";
import type { Stretch } from "../places";
import type { DayPart, PackedSets } from "../protocol";
import { type Core, nobody } from "./core";
import type { Planes } from "./planes";
import { readQuestion } from "./question";
import { withQuestion } from "./write-question";

/** People per demographic cell; see cell-layout.ts. */
export function countCells(core: Core, planes: Planes, expression: Expression): Uint32Array {
  planes.nextQuestion();
  return withQuestion(core, planes, readQuestion(core, expression), (at) => {
    core.wasm.answer(at);
    return core.words(core.wasm.cellCounts(), cellCount).slice();
  });
}

/** People in exactly the audiences whose bits are set in the index. */
export function countOverlap(
  core: Core,
  planes: Planes,
  expressions: readonly Expression[],
): Uint32Array {
  planes.nextQuestion();
  const addresses: number[] = [];
  const ask = (left: readonly Expression[]): Uint32Array => {
    const [expression, ...others] = left;
    if (!expression) return splitAudiences(core, addresses);
    return withQuestion(core, planes, readQuestion(core, expression), (at) => {
      addresses.push(at);
      return ask(others);
    });
  };
  return ask(expressions);
}

function splitAudiences(core: Core, addresses: readonly number[]): Uint32Array {
  const cells = 1 << addresses.length;
  return core.withSpace(addresses.length * 4, (questions) =>
    core.withSpace(cells * 4, (out) => {
      core.words(questions, addresses.length).set(addresses);
      core.wasm.overlap(questions, addresses.length, out);
      return core.words(out, cells).slice();
    }),
  );
}

/** Reached sets of days: the audience as it is at the first step; each step is one day, so that questions get in between. */
export function* deliverDays(
  core: Core,
  planes: Planes,
  expression: Expression,
  adSetId: string,
  days: readonly DeliveryDay[],
): Generator<void, (readonly DayPart[])[]> {
  const seed = adSetSeed(adSetId);
  const places = core.wasm.placeCount();
  const bitmapBytes = Math.ceil(places / 64) * 8;
  const bitmap = core.allocate(bitmapBytes);
  try {
    planes.nextQuestion();
    const people = withQuestion(core, planes, readQuestion(core, expression), (at) =>
      core.wasm.audience(at, bitmap),
    );
    const stretches = core.stretches(places);
    const parts: (readonly DayPart[])[] = [];
    for (const { day, meanPerPerson } of days) {
      yield;
      const limits = thresholds(meanPerPerson);
      parts.push(
        stretches.flatMap(
          (stretch) => reachDay(core, { bitmap, people, stretch }, seed, day, limits) ?? [],
        ),
      );
    }
    return parts;
  } finally {
    core.wasm.release(bitmap, bitmapBytes);
  }
}

/** The part of a day in one stretch of members; null when nobody is reached. */
function reachDay(
  core: Core,
  part: { readonly bitmap: number; readonly people: number; readonly stretch: Stretch },
  seed: bigint,
  day: number,
  limits: Uint32Array,
): DayPart | null {
  const { member, place, places } = part.stretch;
  // A difference of d takes 1 + floor(log128 d) bytes, and the differences of one stretch sum to its size (and its start).
  const most = Math.min(part.people >>> 0, places) + Math.ceil(places / 64) + 16;
  return core.withSpace(most, (out) =>
    core.withSpace(64, (at) => {
      core.words(at, 16).set(limits);
      const from = part.bitmap + (place / 64) * 8;
      const words = Math.ceil(places / 64);
      const length = core.wasm.reachDay(from, words, member, seed, day, at, out);
      const last = core.wasm.lastMember() >>> 0;
      return last === nobody
        ? null
        : { bytes: core.bytes(out, length).slice(), from: member, last };
    }),
  );
}

/** Distinct people after each set; each step is one set. */
export function* uniteSets(core: Core, sets: PackedSets): Generator<void, number[]> {
  const union = core.wasm.openUnion();
  try {
    return yield* addSets(core, union, sets);
  } finally {
    core.wasm.closeUnion(union);
  }
}

function* addSets(
  core: Core,
  union: number,
  { bytes, lengths }: PackedSets,
): Generator<void, number[]> {
  const counts: number[] = [];
  let people = 0;
  let start = 0;
  for (const length of lengths) {
    yield;
    const set = bytes.subarray(start, start + length);
    start += length;
    people += core.withSpace(length, (at) => {
      core.bytes(at, length).set(set);
      return core.wasm.unite(at, length, union);
    });
    counts.push(people);
  }
  return counts;
}

/** This shard's people in the union of the sets: by cell, or by region, those of no known region last. */
export function* tallySets(
  core: Core,
  sets: PackedSets,
  byRegion: boolean,
): Generator<void, Uint32Array> {
  const union = core.wasm.openUnion();
  try {
    yield* addSets(core, union, sets);
    yield;
    const length = byRegion ? regions.length + 1 : cellCount;
    return core.withSpace(length * 4, (counts) => {
      core.words(counts, length).fill(0);
      for (const { member, place, places } of core.stretches(core.wasm.placeCount())) {
        core.wasm.tallyUnion(union, member, place, places, byRegion ? regions.length : 0, counts);
      }
      return core.words(counts, length).slice();
    });
  } finally {
    core.wasm.closeUnion(union);
  }
}
