import { placeIn, type ShardRange, type Stretch, stretchesOf } from "../places";
import { type CompanyPlaces, companyPlaces } from "./company-places";

/** What the wasm core exports; pointers and counts are unsigned, but come back signed above 2^31 (`>>> 0`). */
interface CoreExports {
  readonly memory: WebAssembly.Memory;
  begin(
    first: number,
    members: number,
    countries: number,
    segments: number,
    companies: number,
    today: number,
  ): void;
  tally(batch: number): number;
  layCells(): void;
  seat(batch: number): void;
  reserve(): void;
  fill(batch: number): void;
  sortRuns(): void;
  sortRelations(): void;
  finish(): void;
  allocate(bytes: number): number;
  release(at: number, bytes: number): void;
  heapTop(): number;
  freeBytes(): number;
  checksum(from: number, to: number): bigint;
  admit(
    question: number,
    countries: number,
    ages: number,
    genders: number,
    devices: number,
    social: number,
  ): void;
  answer(question: number): number;
  overlap(questions: number, audiences: number, cells: number): void;
  overviewBlock(
    question: number,
    block: number,
    clauses: number,
    count: number,
    most: number,
    counters: number,
    table: number,
  ): void;
  pairsOfBlock(
    question: number,
    block: number,
    clauses: number,
    count: number,
    most: number,
    counters: number,
    planes: number,
    pairs: number,
  ): void;
  audience(question: number, members: number): number;
  reachDay(
    members: number,
    words: number,
    first: number,
    seed: bigint,
    day: number,
    limits: number,
    out: number,
  ): number;
  lastMember(): number;
  openUnion(): number;
  closeUnion(union: number): void;
  unite(bytes: number, length: number, union: number): number;
  tallyUnion(
    union: number,
    member: number,
    place: number,
    places: number,
    regions: number,
    counts: number,
  ): void;
  advance(today: number): void;
  touchBlock(index: number): void;
  reserveCompanies(companies: number): void;
  setConsent(place: number, plane: number, given: number): void;
  setActive(place: number, day: number): void;
  addEntry(place: number, list: number, strength: number, day: number): number;
  removeEntry(place: number, list: number): number;
  join(place: number, cell: number, region: number, language: number, day: number): void;
  move(place: number, cell: number, region: number, language: number): number;
  leave(place: number): number;
  slotOf(place: number): number;
  tidy(): number;
  spareWords(): number;
  usedWords(): number;
  placeCount(): number;
  cellCounts(): number;
  listTotals(): number;
  listCount(): number;
  blockCount(): number;
  aliveCount(): number;
  today(): number;
}

/** One shard's wasm instance. Views are made on use, because growing the memory detaches older ones. */
export interface Core {
  readonly wasm: CoreExports;
  readonly companies: CompanyPlaces;
  /** The place of a member, or null when another shard has it. */
  placeOf(member: number): number | null;
  /** Who stands in the first so many places. */
  stretches(places: number): readonly Stretch[];
  bytes(at: number, length: number): Uint8Array;
  words(at: number, length: number): Uint32Array;
  /** Lends `size` bytes to `use`. */
  withSpace<T>(size: number, use: (at: number) => T): T;
  allocate(size: number): number;
}

export function openCore(module: WebAssembly.Module, range: ShardRange): Core {
  const { exports } = new WebAssembly.Instance(module, {});
  const wasm = exports as unknown as CoreExports;
  const allocate = (size: number) => wasm.allocate(size) >>> 0;
  return {
    wasm,
    companies: companyPlaces((companies) => wasm.reserveCompanies(companies)),
    placeOf: (member) => placeIn(range, member),
    stretches: (places) => stretchesOf(range, places),
    bytes: (at, length) => new Uint8Array(wasm.memory.buffer, at >>> 0, length),
    words: (at, length) => new Uint32Array(wasm.memory.buffer, at >>> 0, length),
    allocate,
    withSpace(size, use) {
      const at = allocate(size);
      try {
        return use(at);
      } finally {
        wasm.release(at, size);
      }
    },
  };
}

/** What the core answers when a member is not here (any more). */
export const nobody = 0xffffffff;
